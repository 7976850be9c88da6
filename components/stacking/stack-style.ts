/**
 * The look of blocks, inside the picture itself so that it leaves with it: colours are the theme's, and where the
 * file is opened without one, those of the light theme. No quotes and no angle brackets: it travels as text.
 */
export const stackStyle = `
.stk{font-family:var(--font, system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC, sans-serif);font-size:11px;font-variant-numeric:tabular-nums lining-nums}
.stk text{fill:var(--text, #1f1d1a);pointer-events:none}
.stk .box{fill:var(--surface, #ffffff);stroke:var(--accent, #0d5c59);stroke-width:1.4}
.stk .soft{fill:var(--text-2, #57514a)}
.stk .strong{font-weight:600}
.stk .line{stroke:var(--line, #e6e2da);stroke-width:1}
.stk .title{font-size:18px;font-weight:600}
.stk .sub{font-size:13px;fill:var(--text-2, #57514a)}
.stk .hatch{stroke:var(--accent, #0d5c59);stroke-width:1.3;opacity:.75}
.stk .solid{fill:var(--accent, #0d5c59)}
.stk .warn{fill:var(--warn, #855400)}
.stk .cut{fill:var(--bg, #faf9f6);stroke:var(--warn, #855400);stroke-width:1.4}
.stk .dots{fill:none;stroke:var(--warn, #855400);stroke-width:2;stroke-dasharray:2 3}
.stk .halo{paint-order:stroke;stroke:var(--surface, #ffffff);stroke-width:4px;stroke-linejoin:round}
.stk [data-kind=vacant] .box{stroke:var(--line-strong, #8c857a)}
.stk [data-kind=occupied] .box{fill:var(--accent, #0d5c59)}
.stk [data-kind=partLet] .box{fill:var(--accent-soft, #e2efed)}
.stk [data-kind=expiring] .box{fill:var(--warn, #855400);stroke:var(--warn, #855400)}
.stk [data-kind=holdover] .box{fill:var(--surface, #ffffff);stroke:none}
.stk [data-kind=selfUse] .box{fill:var(--line, #e6e2da);stroke:var(--line-strong, #8c857a)}
.stk [data-kind=occupied] text,.stk [data-kind=expiring] text,.stk [data-kind=holdover] text{fill:var(--on-accent, #ffffff)}
.stk .found{fill:none;stroke:var(--text, #1f1d1a);stroke-width:3}
.stk a{cursor:pointer}
.stk a:hover .box{stroke-width:2.6}
.stk a:focus{outline:none}
.stk .ring{fill:none;stroke:none}
.stk a:focus-visible .ring{stroke:var(--text, #1f1d1a);stroke-width:2.5}
@media print{.stk{print-color-adjust:exact}}
`;
