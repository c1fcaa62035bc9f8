"""Texts that try to command a terminal, to be read as markup, or to hide; each on one line."""

from __future__ import annotations

ESC, CSI, OSC, DCS, APC, PM, SOS = "\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX"
ST, BEL = "\x1b\\", "\x07"

SEQUENCES = (
    f"{CSI}31mrouge{CSI}0m",
    f"{CSI}2J{CSI}H",
    f"{CSI}3J",
    f"a{CSI}?1049lz",
    f"a{CSI}?1049hz",
    f"a{CSI}?25lz",
    f"a{CSI}?1000hz",
    f"a{CSI}?2004lz",
    f"a{CSI}?7lz",
    f"{CSI}6n",
    f"{CSI}c",
    f"{CSI}>c",
    f"{CSI}21t",
    f"{CSI}14t",
    f"{CSI}8;1;1t",
    f"{CSI}4i",
    f"{CSI}1;1r",
    f"{CSI}8m caché {CSI}28m",
    f"{CSI}10;10H là",
    f"{CSI}99999999C",
    f"{CSI}>4;1m",
    f"a{CSI}?1016hz",
    f"a{CSI}>31uz",
    f"{ESC}c",
    f"{ESC}#8",
    f"{ESC}(0 lqqk {ESC}(B",
    f"{ESC}7 {ESC}8",
    f"{ESC}=",
    f"{ESC}D{ESC}M{ESC}E",
    f"{ESC}N{ESC}O{ESC}n",
    f"{OSC}0;titre volé{BEL}",
    f"{OSC}2;titre volé{ST}",
    f"{OSC}52;c;cm0gLXJmIH4={BEL}",
    f"{OSC}52;c;?{ST}",
    f"{OSC}8;;http://exemple.invalid{ST}lien{OSC}8;;{ST}",
    f"{OSC}4;1;rgb:ff/ff/ff{BEL}",
    f"{OSC}10;?{BEL}",
    f"{OSC}9;avis{BEL}",
    f"{OSC}777;notify;a;b{BEL}",
    f"{OSC}1337;File=inline=1:AAAA{BEL}",
    f"{OSC}7;file:///{BEL}",
    f"{OSC}133;A{ST}",
    f"{OSC}50;police{BEL}",
    f"{OSC}0;sans fin",
    f"{DCS}$qm{ST}",
    f"{DCS}+q544e{ST}",
    f"{DCS}0;1|17/ab{ST}",
    f"{DCS}q#0;2;0;0;0~{ST}",
    f"{APC}Gf=24,s=1,v=1;AAAA{ST}",
    f"{PM}privé{ST}",
    f"{SOS}chaîne{ST}",
    "\x9b31mC1\x9b0m",
    "\x9d0;C1\x9c",
    "\x90q~\x9c",
    "\x84\x85\x8d\x8e\x8f",
    "a\x08\x08b\x0b\x0cc",
    "caché\rmontré",
    "nul\x00del\x7fsub\x1acan\x18",
    f"{ESC}",
    f"{CSI}",
    f"{ESC}{ESC}{ESC}[31m",
    "\x05\x06\x0e\x0f\x11\x13",
)
"""Escape sequences and controls; the terminal must get none of them."""

HIDDEN = (
    "gauche \u202edroite\u202c",
    "\u2066isolé\u2069 \u200eg\u200fd\u061c",
    "sépa\u2028ration\u2029ici\x85là",
    "in\u200bvi\u200csi\u2060ble\ufeff \xad",
    "étiquettes \U000e0041\U000e0042\U000e007f",
    "annotations \ufff9a\ufffab\ufffb",
    "\u3164\uffa0\u115f rien",
)
"""Bidirectional and invisible characters."""

MARKUP = (
    "[@click=app.quit]ici[/]",
    "[/fin]",
    "[/]",
    "[b]gras[/b]",
    "[sic]",
    "[link=http://exemple.invalid]lien[/link]",
    "[on red]fond[/on red]",
    "\\[b]",
    "[red",
    "]",
    "[[",
    "[@click=app.bell()]x",
    "$error [$accent]x[/]",
    ":boom: {0} %s %n",
    "{{ app }} ${HOME} `id`",
)
"""What a library of widgets might parse."""

PAYLOADS = SEQUENCES + HIDDEN + MARKUP
CODE_POINTS = tuple(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)))
"""Each C0, delete and C1."""
