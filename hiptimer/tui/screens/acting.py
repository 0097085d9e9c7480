"""What a session's keys do at once, without a question."""

from __future__ import annotations

from hiptimer.audio.settings import LOUDEST
from hiptimer.figure.signs import Signs
from hiptimer.progress.hints import NONE, Hints
from hiptimer.session import events as e
from hiptimer.session.ask import tempo
from hiptimer.session.keys import TEMPO_STEP, TWICE
from hiptimer.session.refusals import NO_DIRECTIONS, NO_SUGGESTION, NO_UNDO
from hiptimer.session.state import AFTER_A_SET, Phase
from hiptimer.tui.audible import Audible
from hiptimer.tui.earlier import offer
from hiptimer.tui.keys import SESSION_KEYS, keyboard_in, remapped
from hiptimer.tui.screens.asking import Asking
from hiptimer.tui.screens.help import HelpScreen, groups_now
from hiptimer.tui.screens.how import HowScreen
from hiptimer.weights import weight_words


class Acting(Asking):
    """The actions that the session's bindings name."""

    audible: Audible
    row = 0
    """Which direction of the set just logged a correction is meant for."""
    signs = Signs.BRAILLE
    """What figures are drawn with."""
    hints: Hints = NONE
    """What earlier sessions have to say."""
    figures = True
    """Whether figures are shown, where there is one and room for it."""

    def action_press(self) -> None:
        """The big key; on the finished session it closes the summary."""
        session = self.runner.session
        if session.phase is not Phase.FINISHED:
            self.runner.press()
        elif not self.runner.bounced() and self.runner.now() - session.since >= TWICE:
            self.close_saved()

    def action_undo(self) -> None:
        """Take the last key back, and what was said of it."""
        self.say("taken back") if self.runner.undo() else self.refuse(NO_UNDO)

    def action_pause(self) -> None:
        """Pause, or go on."""
        self.attempt(e.Pause())

    def action_redo(self) -> None:
        """This set again, or the one before."""
        self.attempt(e.Redo())

    def action_nudge(self, by: int) -> None:
        """The value just logged, or the target, a little more or less."""
        self.attempt(e.Nudge(by, self.row))

    def action_direction(self, by: int) -> None:
        """Which direction of the set just logged a correction is meant for."""
        session = self.runner.session
        made = session.outcomes.get(session.logged, ()) if session.logged is not None else ()
        if len(made) > 1 and session.shown_phase in AFTER_A_SET:
            self.row = (self.row + by) % len(made)
            self.show()
        else:
            self.refuse(NO_DIRECTIONS)

    def action_figure(self) -> None:
        """The moving figure, off and on."""
        self.figures = not self.figures
        self.say(f"figure {'on' if self.figures else 'off'}")

    def action_extend(self, seconds: int) -> None:
        """A longer or shorter countdown; while the app counts reps, a slower or faster pace."""
        slower = TEMPO_STEP if seconds > 0 else -TEMPO_STEP
        if self.runner.send(e.Tempo(slower)):
            self.say(f"{tempo(self.runner.session):g} s a rep")
        else:
            self.attempt(e.Extend(float(seconds)))

    def action_swap(self) -> None:
        """I am on the other side."""
        self.attempt(e.Swap())

    def action_add_round(self) -> None:
        """One more round at the end."""
        if self.attempt(e.AddRound()):
            self.say(f"round {self.runner.session.rounds} added")

    def action_take(self) -> None:
        """The weight that is suggested."""
        taken = offer(self.runner.session, self.hints)
        if taken is not None and self.runner.send(taken):
            weight, undo = weight_words(taken.kg, self.weights.unit), keyboard_in(self).sign("undo")
            self.say(f"{weight} taken; {undo} takes it back")
        else:
            self.refuse(NO_SUGGESTION)

    def action_end(self) -> None:
        """End a set counted by taps."""
        self.attempt(e.End())

    def action_again(self) -> None:
        """Say what is now."""
        self.audible.say_again(self.runner)

    def action_voice(self) -> None:
        """Voice off, words, words and counts."""
        self.say(f"voice: {self.audible.next_voice(self.runner)}")

    def action_volume(self, by: int) -> None:
        """A little louder, or quieter."""
        self.say(f"volume {self.audible.change_volume(by)} of {LOUDEST}")

    def action_mute(self) -> None:
        """Sound off and on."""
        self.audible.toggle_mute()
        self.show()

    def action_help(self) -> None:
        """All keys: those that mean something now, and those of any time."""
        offered = offer(self.runner.session, self.hints) is not None
        bindings = [one for one in SESSION_KEYS if one.id != "take" or offered]
        groups = groups_now(self.runner.session, remapped(bindings, keyboard_in(self)))
        self.ask_frozen(HelpScreen("KEYS", groups), lambda _: None)

    def action_how(self) -> None:
        """How to get into position, and what ends the set."""
        how = HowScreen(self.runner.session, self.runner.now, self.signs, self.weights.unit)
        self.ask_frozen(how, lambda _: None)
