"""The exercises as figures that move: poses in a file, a body of fixed bones, a canvas of dots. All pure."""
