"""What a report says, of sessions that were really done."""

from __future__ import annotations

from hiptimer.history.changes import of_session
from hiptimer.progress.tables import Table
from hiptimer.report.document import Document, Paragraph, Plot, Points, Section
from hiptimer.session import events as e
from hiptimer.session.state import Phase
from tests.circuits import SHORT

from ..history.days import HandClock
from .conftest import Practice


def section(found: Document, title: str) -> Section:
    (one,) = (one for one in found.sections if one.title == title)
    return one


def lines(found: Document, title: str) -> list[str]:
    blocks = section(found, title).blocks
    said: list[str] = []
    for block in blocks:
        match block:
            case Points(points):
                said += points
            case Paragraph(text):
                said.append(text)
    return said


def table(found: Document, title: str) -> Table:
    (one,) = (block for block in section(found, title).blocks if isinstance(block, Table))
    return one


def plot(found: Document, title: str) -> Plot:
    (one,) = (block for block in section(found, title).blocks if isinstance(block, Plot))
    return one


def held(practice: Practice, days: str) -> None:
    """`32/41 35/38` as sessions, two days apart."""
    for number, pair in enumerate(days.split()):
        left, right = map(float, pair.split("/"))
        practice.clock = HandClock(2.0 * number)
        runner = practice.begin()
        while runner.session.phase is not Phase.FINISHED:
            practice.until_work(runner)
            is_hold = runner.session.step.exercise.id == "wall-push"
            seconds = left if runner.session.step.side == "left" else right
            practice.do(runner, seconds if is_hold else 20.0)
        runner.close()


def test_the_first_thing_it_says_is_the_verdict_and_how_sure_it_is(practice: Practice) -> None:
    held(practice, "32/41 35/38 30/42 36/44 33/45 38/43")
    found = practice.report()
    first = found.sections[0]
    assert first.title == "Wall push"
    assert first.blocks[0] == Paragraph("left consistently shorter", is_strong=True)
    assert "Left held shorter in 6 of 6 sessions, 81 % of right (95 % interval 71-91 %)" in lines(
        found, "Wall push"
    )
    assert found.about[1] == "6 sessions, 2026-03-01 to 2026-03-11"


def test_before_three_sessions_the_seconds_are_told_but_no_verdict(practice: Practice) -> None:
    held(practice, "30/40")
    found = practice.report()
    assert found.sections[0].blocks[0] == Paragraph("too early", is_strong=True)
    assert "Left held shorter in 1 of 1 session, 75 % of right" in lines(found, "Wall push")
    said = " ".join(lines(found, "How this was measured"))
    assert "No verdict is given before 3 sessions." in said and "Nothing is said before" not in said


def test_a_plot_has_both_sides_and_the_value_of_each_session(practice: Practice) -> None:
    held(practice, "30/40 33/33")
    found = plot(practice.report(), "Wall push")
    assert [one.name for one in found.series] == ["left", "right"]
    assert [[held.seconds for held in one.points] for one in found.series] == [[30.0, 33.0], [40.0, 33.0]]
    assert [one.lsi for one in found.compared.values()] == [75.0, 100.0]


def test_the_sets_of_all_other_exercises_are_one_table(practice: Practice) -> None:
    runner = practice.begin()
    while runner.session.phase is not Phase.FINISHED:
        practice.until_work(runner)
        if runner.session.step.exercise.id == "lunge-halo":
            runner.send(e.Weigh(8.0))
        practice.do(runner)
    found = table(practice.report(), "Sets and weights")
    assert found.head == ("", "", "LAST SESSION", "WEIGHT", "HEAVIEST")
    assert found.rows == (("LUNGE HALO", "left", "3+3", "8 kg", "8 kg"), ("", "right", "3+3", "8 kg", "8 kg"))


def test_pain_is_told_with_what_when_and_how_high_newest_first(practice: Practice) -> None:
    for number, level in enumerate((2, 6, 0)):
        practice.clock = HandClock(2.0 * number)
        runner = practice.begin()
        while runner.session.phase is not Phase.FINISHED:
            practice.do(runner)
            if runner.session.logged == 2:
                runner.send(e.Pain(level))
        runner.close()
    found = practice.report()
    assert lines(found, "Pain and notes") == ["Pain noted in 2 of 3 sessions; 6 of 10 at most."]
    assert table(found, "Pain and notes").rows == (
        ("2026-03-03", "LUNGE HALO", "right", "1", "6", ""),
        ("2026-03-01", "LUNGE HALO", "left", "1", "2", ""),
    )


def test_notes_are_told_without_pain_and_only_so_many(practice: Practice) -> None:
    for number in range(10):
        practice.clock = HandClock(number)
        runner = practice.begin()
        practice.do(runner)
        runner.send(e.Note(f"note {number}"))
        practice.finish(runner)
        runner.close()
    found = practice.report()
    assert lines(found, "Pain and notes") == ["No pain noted in 10 sessions.", "Not shown: 4 older."]
    assert [row[-1] for row in table(found, "Pain and notes").rows] == [f"note {n}" for n in range(9, 3, -1)]


def test_training_mornings_and_effort_are_told(practice: Practice) -> None:
    for day in (0, 1, 8, 9):
        practice.clock = HandClock(day)
        runner = practice.begin()
        practice.finish(runner)
        runner.send(e.Effort(6))
        runner.close()
    for session, morning in zip(practice.store.sessions(), ("same", "worse", "worse"), strict=False):
        practice.store.amend(session.id, [of_session(session, "morning", morning, practice.clock.wall())])
    assert lines(practice.report(days=10), "Training") == [
        "1.0 sessions a week in the last 2 weeks, target 2; streak 1 week",
        "100 % of the planned sets done",
        "Sessions in each of the last 3 weeks, the running one last: 1 1 2",
        "Next morning: better 0, same 1, worse 2 (2026-03-02, 2026-03-09); not said after 1 session",
        "Effort, 0 to 10 times minutes: 9 is the median of 4 sessions, 9 the newest"
        " (6 times 2 min, 2026-03-10)",
    ]


def test_what_was_not_said_is_told_as_that(practice: Practice) -> None:
    practice.finished()
    said = lines(practice.report(), "Training")
    assert "Next morning: better 0, same 0, worse 0; not said after 1 session" in said
    assert "Effort: not said" in said


def test_whose_side_it_is_stands_with_it(practice: Practice) -> None:
    text = SHORT.replace('name = "Wall push"', 'name = "Wall push"\nother = "push {other} knee"')
    practice.finished(text=text)
    assert "Left means: WALL PUSH stand left, push right knee" in lines(practice.report(), "Wall push")


def test_an_exercise_without_sides_has_no_verdict_and_its_own_plot(practice: Practice) -> None:
    practice.finished(
        text='name = "Plank"\nsets = 1\n[[exercise]]\nid = "plank"\nname = "Plank"\nto_fatigue = true\n'
    )
    found = practice.report()
    assert not lines(found, "Plank")
    assert [one.name for one in plot(found, "Plank").series] == [""]
    assert plot(found, "Plank").compared == {}


def test_how_it_was_measured_has_the_numbers_and_the_limits(practice: Practice) -> None:
    practice.finished()
    said = " ".join(lines(practice.report(), "How this was measured"))
    for told in (
        "95 % interval",
        "scatter by 15 %",
        "0.21",
        "34 %, 6 sessions above 16 %",
        "1.27",
        "no diagnosis",
    ):
        assert told in said
    for source in ("Theil 1950", "Sen 1968", "Mann 1945", "Kendall 1975", "Foster 2001"):
        assert source in said
    assert "{" not in said
    assert not {"risk", "injury", "injured"} & set(said.lower().replace(".", " ").replace(",", " ").split())


def test_what_the_runner_can_have_otherwise_is_said_to_be_so(practice: Practice) -> None:
    practice.finished()
    said = " ".join(lines(practice.report(), "How this was measured"))
    for words in ("unless the runner has it otherwise", "to the key are taken off", "counts as corrected"):
        assert words in said
