/** The card's own look; the page's cannot get in, and this one does not get out. Short, for it goes into pages. */
export const STYLE = `:host{all:initial!important;direction:ltr!important;position:fixed!important;z-index:2147483647!important;color-scheme:light dark!important}
@media print{:host{display:none!important}}
aside,.tab{position:fixed;box-sizing:border-box;margin:12px;border:1px solid light-dark(#c9c5b8,#43524e);border-radius:14px;background:light-dark(#fff,#182120);color:light-dark(#17211f,#e9f0ee);box-shadow:0 6px 24px #0003;font:400 15px/1.4 system-ui,sans-serif}
.off{visibility:hidden}
.r{right:0}.l{left:0}.b{bottom:0}.t{top:0}
aside{width:min(340px,100% - 24px);max-height:calc(100% - 24px);overflow:auto;overscroll-behavior:contain;padding:4px 16px 16px;border-left:5px solid light-dark(#0a6557,#6fd6c2)}
.soon{border-left-color:light-dark(#8a5300,#f3c069)}
.urgent,.late{border-left-color:light-dark(#a93a12,#ff9d70)}
header{display:flex;align-items:center;gap:8px;color:light-dark(#56625e,#a3b2ad);font-size:13px}
header .x{margin:0 -12px 0 auto}
header:before,.tab:before{content:"";flex:none;width:18px;height:18px;border-radius:5px;background:radial-gradient(3px 5px at 34% 62%,#8fcabd 96%,#0000),radial-gradient(3px 5px at 66% 38%,#fff 96%,#0000),#0b5f52}
h2{margin:0;font-size:16px;line-height:1.3}
p,ul{margin:6px 0 0}
ul{padding-left:20px}
div{display:flex;flex-wrap:wrap;gap:8px;margin-top:12px}
button{min-height:44px;padding:6px 12px;border:1px solid light-dark(#c9c5b8,#43524e);border-radius:10px;background:0 0;color:inherit;font:inherit;font-size:14px;cursor:pointer}
.open{flex:1 0 100%;border:0;background:light-dark(#0a6557,#6fd6c2);color:light-dark(#fff,#06231d);font-weight:600}
.x{min-width:44px;padding:0;border:0;font-size:22px}
.tab{display:flex;align-items:center;gap:8px;max-width:min(260px,100% - 24px)}
.tab span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.mark span{display:none}
:focus-visible{outline:3px solid light-dark(#0a6557,#6fd6c2);outline-offset:2px}
@media(prefers-reduced-motion:no-preference){aside,.tab{animation:in .2s}@keyframes in{from{opacity:0}}}`
