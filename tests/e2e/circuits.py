"""Circuit files of one exercise, for tests of one thing."""

WALL = """
name = "Wall"
sets = 1

[[exercise]]
id = "wall-push"
name = "Wall push"
short = "WALL PUSH"
to_fatigue = true
sides = "each"
side_label = "stand"
"""
THRUST = """
name = "Thrust"
sets = 1

[[exercise]]
id = "hip-thrust"
name = "Hip thrust"
short = "HIP THRUST"
reps = 8
sides = "each"
side_label = "plant"
"""
HALO = """
name = "Halo"
sets = 1

[[exercise]]
id = "lunge-halo"
name = "Lunge halo"
short = "LUNGE HALO"
reps = 3
directions = ["clockwise", "counterclockwise"]
sides = "each"
side_label = "front"
"""
SQUAT = """
name = "Squat"
sets = [2, 3]

[[exercise]]
id = "squat"
name = "Squat"
short = "SQUAT"
reps = 5
sides = "none"
"""
