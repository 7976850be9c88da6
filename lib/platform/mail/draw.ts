type Linked = { text: string; href: string };

/** Everything that a mail's HTML says. */
export type Drawn = {
  lang: string;
  subject: string;
  head: string;
  body: string[];
  items: Linked[];
  action: Linked;
  /** What stands before the link's own address, for who cannot press the button. */
  link: string;
  why: string;
  choose: Linked | null;
};

const font = "-apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

/** Colours stand in the elements, as many readers of mail take nothing else; those of the dark are beside them. */
const dark = `@media (prefers-color-scheme:dark){
.page{background:#14181a!important}.card{background:#1d2225!important;border-color:#343b3f!important}
.say,.item a{color:#e8eaea!important}.quiet,.quiet a{color:#a3abad!important}
.button{background:#5fb8b2!important;color:#0b1f1e!important}}`;

/** A mail's HTML: one column, no pictures, nothing fetched from anywhere; legible in the dark and at any width. */
export function drawMail(mail: Drawn): string {
  const quiet = `margin:0 0 8px;font-size:13px;line-height:1.6;color:#5b6467`;
  const say = `margin:0 0 16px;font-size:16px;line-height:1.6;color:#1c2122`;
  return `<!doctype html>
<html lang="${mail.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(mail.subject)}</title><style>${dark}</style></head>
<body class="page" style="margin:0;padding:24px 12px;background:#f5f4f2;font-family:${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr><td>
<p class="quiet" style="${quiet}">${escapeHtml(mail.head)}</p>
<div class="card" style="padding:24px;border:1px solid #dddad5;border-radius:8px;background:#ffffff">
<h1 class="say" style="margin:0 0 12px;font-size:20px;line-height:1.4;color:#1c2122">${escapeHtml(mail.subject)}</h1>
${mail.body.map((line) => `<p class="say" style="${say}">${escapeHtml(line)}</p>`).join("\n")}
${drawItems(mail.items)}<p style="margin:24px 0"><a class="button" href="${escapeHtml(mail.action.href)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#0d5c59;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escapeHtml(mail.action.text)}</a></p>
<p class="quiet" style="${quiet}">${escapeHtml(mail.link)}<br><span style="overflow-wrap:anywhere">${escapeHtml(mail.action.href)}</span></p>
</div>
<p class="quiet" style="${quiet};margin-top:16px">${escapeHtml(mail.why)}${drawChoose(mail.choose)}</p>
</td></tr></table></td></tr></table></body></html>
`;
}

function drawItems(items: Linked[]): string {
  if (items.length === 0) return "";
  const item = ({ text, href }: Linked) =>
    `<li class="item" style="margin:0 0 8px;font-size:16px;line-height:1.5"><a href="${escapeHtml(href)}" style="color:#0d5c59">${escapeHtml(text)}</a></li>`;
  return `<ul style="margin:0;padding:0 0 0 20px">${items.map(item).join("\n")}</ul>\n`;
}

function drawChoose(choose: Linked | null): string {
  if (!choose) return "";
  return `<br><a href="${escapeHtml(choose.href)}" style="color:#5b6467">${escapeHtml(choose.text)}</a>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
