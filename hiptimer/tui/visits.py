"""The screens that home leads to, and that lead back to it. Each is imported when its key is pressed."""

from __future__ import annotations

from hiptimer.circuit.library import Found
from hiptimer.tui.hearing import Hearing
from hiptimer.weights import Weights


class Visits(Hearing):
    """The part of the app that shows what was done, and what there is to do it with."""

    _weights: Weights
    """As they are now: they can be changed on a screen of their own."""
    _circuit: Found
    """The one that home starts: another can be taken for the day."""
    _pressed = float("-inf")
    """When the big key was last received on home, or what stood over it was closed."""

    def _pressed_now(self) -> None:
        self._pressed = self._world.clock.now()

    def _show_sides(self) -> None:
        from hiptimer.circuit.knowing import known
        from hiptimer.history.overviews import exercises, read
        from hiptimer.tui.screens.sides import SidesScreen

        store, weights = self._world.store, self._weights
        there = list(exercises(store, known(self._world.circuits)))
        self.push_screen(SidesScreen(there, lambda one: read(store, one, weights)))

    def _show_circuits(self) -> None:
        from hiptimer.tui.screens.circuits import CircuitsScreen
        from hiptimer.tui.shelf import Shelf

        world = self._world
        shelf = Shelf(world.circuits, self._circuit, self._take_circuit)
        screen = CircuitsScreen(shelf, world.clock.now, world.figure_signs)
        self.push_screen(screen, lambda _: self._pressed_now())

    def _take_circuit(self, circuit: Found) -> None:
        """It is the circuit of home from now on."""
        self._circuit = circuit

    def _show_log(self) -> None:
        from hiptimer.tui.logbook import Logbook
        from hiptimer.tui.screens.log import LogScreen

        world = self._world
        self.push_screen(LogScreen(Logbook(world.store, world.locks, world.clock.wall, self._weights.unit)))

    def _show_weights(self) -> None:
        from hiptimer.tui.screens.weights import WeightsScreen

        screen = WeightsScreen(self._weights, self._weights_changed)
        self.push_screen(screen, lambda _: self._pressed_now())

    def _weights_changed(self, weights: Weights) -> str:
        """They hold from now on; why they could not be remembered, or nothing."""
        self._weights = weights
        return self._world.keep_weights(weights)
