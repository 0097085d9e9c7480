"""`hiptimer completions`: a script for the shell, which asks hiptimer itself, so that it is never old."""

from __future__ import annotations

import argparse

# argcomplete's own script for zsh takes the whole line for the command at the cursor, and has ~ quoted. This
# one asks as fish does (a line each, its help after a tab, nothing escaped) and leaves files to zsh.
_ZSH = r"""#compdef hiptimer
_hiptimer() {
  local line="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX"
  local -a found named
  found=("${(@f)$(
    _ARGCOMPLETE=1 _ARGCOMPLETE_SHELL=fish _ARGCOMPLETE_SUPPRESS_SPACE=1 \
    _ARGCOMPLETE_IFS=$'\n' _ARGCOMPLETE_DFS=$'\t' COMP_LINE=$line COMP_POINT=$#line \
    ${~${(Q)words[1]}} 8>&1 9>/dev/null >/dev/null 2>&1 </dev/null
  )}")
  found=(${found%$'\t'})
  named=(${${${found:#[^$'\t']#(/|.toml|.json)}//(#m)[\\:]/\\$MATCH}/$'\t'/:})
  local code=1
  (( $#named )) && _describe hiptimer named && code=0
  local ends=${(j:|:)${(u)${(M)found:#*.(toml|json)}:e}}
  local -a kind=(-/)
  [[ -n $ends ]] && kind=(-g "*.($ends)(-.)")
  (( $#named < $#found )) && _files $kind && code=0
  return code
}
if [[ $funcstack[1] == _hiptimer ]]; then
  _hiptimer "$@"
else
  compdef _hiptimer hiptimer
fi"""


def run(args: argparse.Namespace) -> int:
    """Print the script."""
    if args.shell == "zsh":
        print(_ZSH)
        return 0
    # only here and where the tab key is answered: every other command starts without it
    from argcomplete.shell_integration import shellcode

    # of argcomplete's own options for bash, all but those that offer any file where nothing fits
    made = shellcode(["hiptimer"], shell=args.shell, complete_arguments=("-o", "nospace"))
    print(made.strip("\n"))
    return 0
