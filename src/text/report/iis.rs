//! Scans, plans and acts of IIS as plain text.

use std::path::Path;

use super::page::Page;
use crate::core::iis::act::Acted;
use crate::core::iis::history::{Applied, Entry, History, Present, State, Undone};
use crate::core::iis::http_sys::{SslEntry, Verb, argv};
use crate::core::iis::plan::{BindingAt, DiffLine, Fix, Plan, PlanFile, hunks};
use crate::core::iis::planned;
use crate::core::iis::scan::{Notice, Scan};
use crate::core::iis::store::import::PfxImport;
use crate::text::Lang;
use crate::text::finding::{severity, words};
use crate::text::foreign::{display, short};
use crate::text::iis::{binding, import, refusal, step, version};
use crate::text::number::{counted, whole};
use crate::text::time::exact;

/// Bindings listed one by one.
const BINDINGS: usize = 200;
/// Findings of one id told in full; from then on they are counted.
const OF_ONE_ID: usize = 20;
/// Lines shown around a change.
const AROUND: u32 = 2;
/// Changes shown as a diff.
const HUNKS: usize = 50;

/// A plan with all that is told of it.
pub struct Planned<'a> {
    /// What it was made of.
    pub scan: &'a Scan,
    /// What was wished for.
    pub fixes: &'a [Fix],
    /// The plan.
    pub plan: &'a Plan,
    /// The same as a file.
    pub file: &'a PlanFile,
    /// Where that was written.
    pub written: Option<&'a Path>,
}

impl<'a> Planned<'a> {
    /// A plan that the window made.
    pub fn of(planned: &'a planned::Planned) -> Self {
        Self {
            scan: &planned.scan,
            fixes: &planned.fixes,
            plan: &planned.plan,
            file: &planned.file,
            written: None,
        }
    }
}

/// A scan.
pub fn scan(lang: Lang, scan: &Scan) -> String {
    let mut page = Page::default();
    let line = binding::verdict(lang, scan);
    page.paragraph(0, &line.sentence);
    page.paragraph(0, &line.context);
    page.gap();
    page.paragraph(0, &about(lang, scan));
    bindings(lang, scan, &mut page);
    findings(lang, &scan.notices, &mut page);
    page.finish()
}

fn about(lang: Lang, scan: &Scan) -> String {
    let mut parts = Vec::new();
    parts.extend(
        scan.computer
            .as_deref()
            .map(|name| short(name).into_owned()),
    );
    parts.extend(scan.version.map(|found| version::version(lang, found)));
    parts.push(display(&scan.path.to_string_lossy()).into_owned());
    let moment = exact(lang, scan.judged_at);
    parts.push(say!(lang, "judged for {moment}", "判断时间：{moment}"));
    parts.join(" • ")
}

fn bindings(lang: Lang, scan: &Scan, page: &mut Page) {
    let mut rows = Vec::new();
    let mut all = 0usize;
    for (site, index) in scan.configuration.sites.iter().zip(0u32..) {
        for (one, number) in site.bindings.iter().zip(0u32..) {
            all += 1;
            if rows.len() == BINDINGS {
                continue;
            }
            let at = BindingAt {
                site: index,
                binding: number,
            };
            rows.push(vec![
                short(&site.name).into_owned(),
                display(&one.protocol).into_owned(),
                display(&one.information).into_owned(),
                binding::served(lang, scan, at),
            ]);
        }
    }
    page.gap();
    page.table(0, &rows);
    if all > rows.len() {
        let more = whole((all - rows.len()) as u64);
        page.line(
            0,
            &say!(lang, "and {more} more bindings", "另有 {more} 个绑定"),
        );
    }
}

fn findings(lang: Lang, notices: &[Notice], page: &mut Page) {
    for group in notices.chunk_by(|left, right| left.finding.id() == right.finding.id()) {
        for notice in group.iter().take(OF_ONE_ID) {
            let told = words(lang, &notice.finding);
            let word = severity(lang, notice.finding.severity);
            page.gap();
            page.paragraph(0, &format!("[{word}] {}", told.message));
            if let Some(place) = &notice.finding.place {
                page.line(4, &display(&place.to_string()));
            }
            page.paragraph(4, &told.paragraph(lang));
        }
        if let Some(more) = group.len().checked_sub(OF_ONE_ID).filter(|more| *more > 0) {
            let (more, id) = (
                whole(more as u64),
                group.first().map_or("", |first| first.finding.id().name()),
            );
            page.line(
                4,
                &say!(lang, "and {more} more of {id}", "{id} 另有 {more} 处"),
            );
        }
    }
}

/// A plan.
pub fn plan(lang: Lang, planned: &Planned<'_>) -> String {
    let mut page = Page::default();
    let plan = planned.plan;
    let changes = counted(lang, plan.edits.len(), ("place", "places"), "处");
    let entries = counted(lang, plan.entries().count(), ("entry", "entries"), "个条目");
    page.paragraph(
        0,
        &match plan.is_empty() {
            true => lang.pick("Nothing is to be changed", "没有需要改动的内容").to_owned(),
            false => say!(
                lang,
                "The plan changes {changes} of the file and adds {entries} to http.sys; nothing is written yet",
                "计划改动文件中的 {changes}，在 http.sys 中添加 {entries}；尚未写入任何内容"
            ),
        },
    );
    for one in &plan.steps {
        page.gap();
        let number = one.number + 1;
        let line = one.line;
        let heading = step::step(lang, &one.fix);
        page.paragraph(
            0,
            &say!(
                lang,
                "{number}. {heading} (line {line})",
                "{number}. {heading}（第 {line} 行）"
            ),
        );
        if let Some(entry) = &one.entry {
            page.line(4, &format!("+ {}", command(entry)));
        }
    }
    diff(lang, planned, &mut page);
    refused(lang, planned, &mut page);
    next(lang, planned, &mut page);
    page.finish()
}

fn diff(lang: Lang, planned: &Planned<'_>, page: &mut Page) {
    let all = hunks(&planned.scan.source, &planned.plan.edits, AROUND);
    for hunk in all.iter().take(HUNKS) {
        page.gap();
        page.line(
            0,
            &format!(
                "@@ -{},{} +{},{} @@",
                hunk.old_line,
                hunk.old_count(),
                hunk.new_line,
                hunk.new_count()
            ),
        );
        for line in &hunk.lines {
            let (mark, text) = match line {
                DiffLine::Same(text) => (' ', text),
                DiffLine::Removed(text) => ('-', text),
                DiffLine::Added(text) => ('+', text),
            };
            page.line(0, &format!("{mark}{}", display(text)));
        }
    }
    if all.len() > HUNKS {
        let more = whole((all.len() - HUNKS) as u64);
        page.line(0, &say!(lang, "and {more} more places", "另有 {more} 处"));
    }
}

fn refused(lang: Lang, planned: &Planned<'_>, page: &mut Page) {
    for (number, why) in &planned.plan.refused {
        let heading = planned
            .fixes
            .get(*number as usize)
            .map(|fix| step::step(lang, fix));
        let heading = heading.unwrap_or_default();
        let (why, remedy) = refusal::refusal(lang, why);
        page.gap();
        page.paragraph(
            0,
            &say!(lang, "Not planned: {heading}", "未列入计划：{heading}"),
        );
        page.paragraph(4, &why);
        page.paragraph(4, &remedy);
    }
}

fn next(lang: Lang, planned: &Planned<'_>, page: &mut Page) {
    if let Some(path) = planned.written {
        let path = display(&path.to_string_lossy()).into_owned();
        page.gap();
        page.paragraph(
            0,
            &say!(
                lang,
                "The plan is in {path}. Carry it out with `iis apply`, or turn it into a script for the server with `iis script`.",
                "计划保存在 {path}。用 `iis apply` 执行，或用 `iis script` 转换为在服务器上运行的脚本。"
            ),
        );
    }
}

fn command(entry: &SslEntry) -> String {
    argv(Verb::Add, entry).join(" ")
}

/// A plan that was carried out.
pub fn acted(lang: Lang, acted: &Acted) -> String {
    let mut page = Page::default();
    let path = display(&acted.path.to_string_lossy()).into_owned();
    let id = short(&acted.plan.id.0).into_owned();
    match &acted.applied {
        None if acted.by_helper => {
            page.paragraph(
                0,
                &say!(
                    lang,
                    "{path} was changed by plan {id}; the old file is kept in the folder certwright-undo beside it",
                    "{path} 已按计划 {id} 更改；原文件保存在旁边的 certwright-undo 文件夹中"
                ),
            );
        }
        None => {
            page.paragraph(
                0,
                &say!(
                    lang,
                    "The edited configuration is in {path}",
                    "改好的配置在 {path}"
                ),
            );
            page.paragraph(0, lang.pick(
                "Copy it over applicationHost.config on the server, with the rights of an administrator, after keeping the old file under another name.",
                "先把服务器上的原文件另存，再以管理员权限用它覆盖 applicationHost.config。",
            ));
        }
        Some(Applied::Unchanged) => page.paragraph(
            0,
            &say!(
                lang,
                "{path} says all this already; nothing was written",
                "{path} 已经是这样；没有写入任何内容"
            ),
        ),
        Some(Applied::Done { copy, .. }) => {
            let copy = display(&copy.to_string_lossy()).into_owned();
            page.paragraph(
                0,
                &say!(
                    lang,
                    "{path} was changed by plan {id}",
                    "{path} 已按计划 {id} 更改"
                ),
            );
            page.paragraph(
                0,
                &say!(
                    lang,
                    "The old file is kept as {copy}. `iis undo` puts it back, after a restart too.",
                    "原文件保存为 {copy}。用 `iis undo` 恢复，重启后也可以。"
                ),
            );
        }
    }
    if !acted.plan.entries.is_empty() {
        page.gap();
        page.paragraph(0, lang.pick(
            "http.sys needs these entries; until they are there, the bindings serve nothing or another certificate. Run as administrator:",
            "http.sys 还需要以下条目；添加之前，这些绑定不会提供证书，或提供别的证书。以管理员身份运行：",
        ));
        for entry in &acted.plan.entries {
            page.line(4, &command(entry));
        }
    }
    page.finish()
}

/// A plan that was taken back.
pub fn undone(lang: Lang, config: &Path, undone: &Undone) -> String {
    let mut page = Page::default();
    let (path, id) = (
        display(&config.to_string_lossy()).into_owned(),
        short(&undone.plan_id.0).into_owned(),
    );
    page.paragraph(
        0,
        &say!(
            lang,
            "{path} is as it was before plan {id}, byte for byte",
            "{path} 已逐字节恢复到计划 {id} 之前"
        ),
    );
    page.finish()
}

/// A certificate that was imported.
pub fn imported(lang: Lang, path: &Path, done: &PfxImport) -> String {
    let mut page = Page::default();
    let path = display(&path.to_string_lossy()).into_owned();
    for line in import::done(lang, &path, done) {
        page.paragraph(0, &line);
    }
    page.finish()
}

/// What was done to a configuration.
pub fn history(lang: Lang, config: &Path, history: &History) -> String {
    let mut page = Page::default();
    let path = display(&config.to_string_lossy()).into_owned();
    page.paragraph(
        0,
        &match history.present {
            Present::NoHistory => say!(
                lang,
                "Nothing was done to {path} from here",
                "没有在这里改动过 {path}"
            ),
            Present::Known => say!(
                lang,
                "What was done to {path}, newest first",
                "对 {path} 做过的变更，最近的在前"
            ),
            Present::ChangedByOthers => say!(
                lang,
                "{path} was changed by another program since; nothing can be undone from here",
                "{path} 之后又被其他程序更改；无法在这里撤销"
            ),
        },
    );
    for act in &history.acts {
        page.gap();
        page.line(0, &act_line(lang, act));
        for fix in fixes(act) {
            page.labelled(4, "- ", 2, &step::step(lang, &fix));
        }
        page.line(4, &display(&act.copy.to_string_lossy()));
    }
    for other in &history.unreadable {
        let path = display(&other.path.to_string_lossy()).into_owned();
        page.gap();
        page.paragraph(
            0,
            &say!(
                lang,
                "This record cannot be read: {path}",
                "无法读取这条记录：{path}"
            ),
        );
    }
    page.finish()
}

fn act_line(lang: Lang, act: &Entry) -> String {
    let (id, when) = (short(&act.plan_id.0).into_owned(), exact(lang, act.when));
    let state = match act.state {
        State::InForce => lang.pick("in force", "生效中"),
        State::NotInForce if act.undone.is_some() => lang.pick("undone", "已撤销"),
        State::NotInForce => lang.pick("not in force", "未生效"),
        State::Overtaken => lang.pick("overtaken by another change", "已被其他改动覆盖"),
    };
    format!("{id}  {when}  {state}")
}

/// The wishes that a record keeps.
fn fixes(act: &Entry) -> Vec<Fix> {
    let fixes = act.plan.get("fixes").cloned().unwrap_or_default();
    serde_json::from_value(fixes).unwrap_or_default()
}
