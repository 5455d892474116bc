#!/usr/bin/zsh -f
# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# complete.zsh FOLDER LINE FILE: what an interactive zsh makes of LINE and the tab key goes to FILE. FOLDER has _convoy-cli.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -D -u; setopt no_auto_menu no_list_ambiguous"
zpty -w shell "tell() { print -r -- \$BUFFER >${(q)3}; zle send-break }; zle -N tell; bindkey '^Xt' tell; print rea''dy"
zpty -r shell answer '*ready*'
zpty -w -n shell "$2"$'\t'$'\x18t'
zpty -w shell "exit"
# Until the shell ends.
while zpty -r shell answer; do :; done
exit 0
