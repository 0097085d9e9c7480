"""Makes the terminal on standard input this process's own, then becomes the program that is named.

A program of its own and not a fork of the tests' process: forking a process with threads may hang.
"""

import fcntl
import os
import signal
import sys
import termios

fcntl.ioctl(0, termios.TIOCSCTTY, 0)
# as a shell would start it: what the tests' own process ignores is not the program's business
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGPIPE, signal.SIGTERM, signal.SIGTSTP):
    signal.signal(number, signal.SIG_DFL)
os.execvpe(sys.argv[1], sys.argv[1:], os.environ)
