// The look of web pages.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_HTML_STYLE_HPP
#define PLIMSOLL_REPORTS_HTML_STYLE_HPP

#include <string_view>

namespace plimsoll::reports {

/// Colours are the variables of svg_style().
inline constexpr std::string_view html_style =
    R"css(*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:52rem;padding:1.2rem 1rem 3rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 "DejaVu Sans",Verdana,system-ui,sans-serif;overflow-wrap:anywhere}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:1}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
header{border-bottom:2px solid var(--main);padding-bottom:.6rem;margin-bottom:1.2rem}
.brand{color:var(--main);font-weight:bold;font-size:.9rem;margin:0;display:flex;align-items:center;gap:.4rem}
.brand svg{width:2rem;height:1.2rem}
h1{font-size:1.8rem;line-height:1.2;margin:.2rem 0}
.who{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;margin:0}
.period,.note,.source,footer,th,.key dt{color:var(--soft)}
h2{font-size:1.25rem;color:var(--main);margin:2rem 0 .5rem}
h2.part{font-size:1.5rem;color:var(--ink);border-bottom:1px solid var(--main);margin-top:3rem}
h3{font-size:1.1rem;color:var(--main);margin:1.6rem 0 .4rem}
p,li,td,dd,h1,h2,h3{unicode-bidi:plaintext}
.key{margin:0 0 .9rem}
.key dt{font-size:.85rem}
.key dd{margin:0}
.key .figure{font-weight:bold;font-size:1.1rem;line-height:1.25}
.lead .figure{font-size:1.6rem}
.first .figure{font-size:2.6rem}
ul{padding-left:1.4rem;margin:.4rem 0}
li{margin:.25rem 0}
ul.attention{list-style:none;padding-left:0}
ul.attention li{border-left:.3rem solid var(--attention);padding-left:.7rem}
ul.attention li::before{content:"! ";font-weight:bold;color:var(--attention)}
ul.boxes{list-style:none;padding-left:0}
input{width:1.1rem;height:1.1rem;margin:0 .4rem 0 0;vertical-align:-.15rem}
.scroll{overflow-x:auto;margin:.4rem 0}
table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{padding:.25rem 1.1rem .25rem 0;text-align:left;vertical-align:top;overflow-wrap:normal}
tbody th{font-weight:normal;color:inherit}
thead th,thead td{border-bottom:1.5px solid var(--soft);white-space:nowrap;font-size:.85rem}
tbody tr{border-bottom:1px solid var(--rule)}
tr.noted{border-bottom:0}
tr.notes td{padding-left:1rem;font-size:.9em;overflow-wrap:anywhere}
tr.notes div{position:sticky;left:1rem;max-width:calc(min(52rem,100vw) - 4rem)}
.r{text-align:right}
.nat{white-space:nowrap}
.wide-cell{min-width:12rem;overflow-wrap:anywhere}
.bar{min-width:10rem;width:18rem}
.bar span{display:block;height:.7rem;margin-top:.4rem;background:var(--bar)}
table.weeks{table-layout:fixed;width:100%;min-width:38rem}
.weeks th,.weeks td{padding:.2rem .3rem;border-left:1px solid var(--rule);font-size:.95rem}
.weeks th:first-child,.weeks td:first-child{border-left:0}
.weeks tbody th{font-weight:bold;white-space:nowrap;position:sticky;left:0;background:var(--paper)}
figure{margin:1.2rem 0}
figcaption{font-weight:bold}
figure svg{display:block;width:100%;height:auto;font-family:"DejaVu Sans",Verdana,sans-serif}
figure svg.narrow{display:none}
.note{font-size:.85rem;margin:.2rem 0}
nav ul{columns:12rem;padding-left:1.2rem}
a{color:var(--main)}
footer{border-top:1px solid var(--rule);margin-top:3rem;padding-top:.6rem;font-size:.9rem}
@media (max-width:35rem){figure svg.wide{display:none}figure svg.narrow{display:block}
h1{font-size:1.5rem}.first .figure{font-size:2.2rem}table{font-size:.82rem}th,td{padding-right:.6rem}
.wide-cell{min-width:6rem}.bar{min-width:5rem;width:7rem}}
@media print{body{max-width:none;padding:0;font-size:9pt}.skip,nav{display:none}h2,h3,figcaption,thead{break-after:avoid}
tr,li,figure,.key{break-inside:avoid}
.sheet{font-size:8pt;line-height:1.35}.sheet .brand,.sheet .who,.sheet dt,.sheet footer{font-size:8pt}.sheet h1{font-size:15pt}
.sheet h2{font-size:9.5pt;margin:.8em 0 .2em}.sheet .lead .figure{font-size:12pt}.sheet .key,.sheet header{margin-bottom:.4em;padding-bottom:.2em}
.sheet p,.sheet ul,.sheet li,.sheet .scroll{margin:.2em 0}.sheet .weeks th,.sheet .weeks td{padding:.1em .3em;font-size:8pt}
.sheet footer{margin-top:.5em;padding-top:0}.sheet input{width:8pt;height:8pt}
figure svg.wide{display:block}figure svg.narrow{display:none}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css";

} // namespace plimsoll::reports

#endif
