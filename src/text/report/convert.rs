//! The result of a conversion: its files, how they are protected and why, who can read them, what to paste.

use std::path::PathBuf;

use super::page::Page;
use crate::core::artifact::Fingerprint;
use crate::core::convert::password::{PasswordIssue, assess};
use crate::core::convert::run::PASSWORD_FILE;
use crate::core::convert::{Converted, FileRole, Made, Plan, Readable, Reader};
use crate::core::env::Readers;
use crate::core::finding::{Finding, Severity};
use crate::text::Lang;
use crate::text::convert::snippet::Rendered;
use crate::text::convert::{
    contents, file, label, listed, note, password, protection, readers, target,
};
use crate::text::finding::{severity, words};
use crate::text::foreign::display;
use crate::text::number::size;
use crate::text::prose::{columns, sentences};

/// Where the password of a result came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordOrigin {
    /// The result has none.
    NotNeeded,
    /// An empty one, which protects nothing.
    Empty,
    /// The user gave it.
    Given,
    /// It was made here.
    Generated,
}

/// One file of a result, written or planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultFile {
    /// What it is for; the password file has no role.
    pub role: Option<FileRole>,
    /// Where it lies or would lie. Foreign text.
    pub path: String,
    /// Whether it holds a private key or a password.
    pub is_secret: bool,
    /// Its size, once it is made.
    pub bytes: Option<usize>,
    /// SHA-256 of what is in it, once it is written.
    pub sha256: Option<Fingerprint>,
    /// Who can read it; nobody is named before it is written.
    pub readers: Readers,
    /// Where the file now lies that was there before. Foreign text.
    pub copy: Option<String>,
}

/// A conversion as a report tells it.
pub struct Conversion<'a> {
    /// What was planned.
    pub plan: &'a Plan,
    /// The files.
    pub files: Vec<ResultFile>,
    /// Which programs can read them.
    pub readers: Vec<(Reader, Readable)>,
    /// Where the password came from.
    pub password: PasswordOrigin,
    /// What may go wrong with the password at this target.
    pub issues: Vec<PasswordIssue>,
    /// What is wrong with the result.
    pub findings: Vec<Finding>,
    /// Lines for servers.
    pub snippets: Vec<Rendered>,
    /// Whether nothing was written.
    pub is_dry_run: bool,
}

impl<'a> Conversion<'a> {
    /// What was written.
    pub fn written(converted: &'a Converted) -> Self {
        let made = &converted.made;
        let planned = made.files.iter().map(|file| Some(&file.planned));
        let files = converted
            .written
            .iter()
            .zip(planned.chain(std::iter::repeat(None)))
            .map(|(written, planned)| ResultFile {
                role: planned.map(|planned| planned.role),
                is_secret: planned.is_none_or(|planned| planned.is_secret),
                path: written.path.to_string_lossy().into_owned(),
                bytes: Some(written.bytes),
                sha256: Some(written.new_sha256),
                readers: written.readers.clone(),
                copy: written
                    .copy
                    .as_ref()
                    .map(|copy| copy.to_string_lossy().into_owned()),
            });
        Self {
            plan: &made.plan,
            files: files.collect(),
            readers: made.readers(),
            password: origin(made),
            issues: issues(made),
            findings: Vec::new(),
            snippets: Vec::new(),
            is_dry_run: false,
        }
    }

    /// What was made and not written.
    pub fn made(made: &'a Made) -> Self {
        let files = made.files.iter().map(|file| ResultFile {
            role: Some(file.planned.role),
            is_secret: file.planned.is_secret,
            path: file.planned.name.clone(),
            bytes: Some(file.bytes.len()),
            sha256: None,
            readers: Readers::default(),
            copy: None,
        });
        Self {
            plan: &made.plan,
            files: files.collect(),
            readers: made.readers(),
            password: origin(made),
            issues: issues(made),
            findings: Vec::new(),
            snippets: Vec::new(),
            is_dry_run: true,
        }
    }
}

fn origin(made: &Made) -> PasswordOrigin {
    match &made.passwords.store {
        None => PasswordOrigin::NotNeeded,
        Some(secret) if secret.expose().is_empty() => PasswordOrigin::Empty,
        Some(_) => PasswordOrigin::Given,
    }
}

/// Issues of a password that was given, as far as they matter for the target.
fn issues(made: &Made) -> Vec<PasswordIssue> {
    let target = made.plan.choice.target;
    let store = made.passwords.store.iter();
    let all = store
        .filter(|secret| !secret.expose().is_empty())
        .flat_map(|secret| assess(secret).issues);
    all.filter(|issue| {
        issue
            .matters_for(target)
            .is_some_and(|it| it > Severity::Info)
    })
    .collect()
}

/// The whole report; ends with a line break.
pub fn render(lang: Lang, conversion: &Conversion<'_>) -> String {
    let mut page = Page::default();
    page.paragraph(0, &headline(lang, conversion));
    for finding in &conversion.findings {
        page.gap();
        wrong(lang, finding, &mut page);
    }
    for held in &conversion.files {
        page.gap();
        one_file(lang, conversion.plan, held, &mut page);
    }
    page.gap();
    facts(lang, conversion, &mut page);
    if conversion.plan.choice.format.has_key() {
        page.gap();
        page.line(0, label::who_can_read(lang));
        reader_table(lang, &conversion.readers, &mut page);
    }
    notes(lang, conversion, &mut page);
    for snippet in &conversion.snippets {
        page.gap();
        paste(lang, snippet, &mut page);
    }
    page.finish()
}

/// Files that are as they were before.
pub fn undone(lang: Lang, paths: &[PathBuf]) -> String {
    let mut page = Page::default();
    page.line(
        0,
        lang.pick(
            "These files are as they were before",
            "这些文件已恢复到之前的状态",
        ),
    );
    for path in paths {
        page.line(2, &display(&path.to_string_lossy()));
    }
    page.finish()
}

fn headline(lang: Lang, conversion: &Conversion<'_>) -> String {
    let choice = &conversion.plan.choice;
    let (form, title) = (
        target::short(choice.format),
        target::title(lang, choice.target),
    );
    if conversion.is_dry_run {
        return say!(
            lang,
            "{form} for {title}; nothing was written",
            "面向“{title}”的 {form}；没有写入文件"
        );
    }
    say!(lang, "{form} for {title}", "面向“{title}”的 {form}")
}

fn one_file(lang: Lang, plan: &Plan, held: &ResultFile, page: &mut Page) {
    page.line(0, &display(&held.path));
    let what = match held.role {
        Some(role) => file::role(lang, plan, role),
        None => lang.pick("the password", "密码").to_owned(),
    };
    let what = match held.bytes {
        Some(bytes) => {
            let size = size(bytes as u64);
            say!(lang, "{what}, {size}", "{what}，{size}")
        }
        None => what,
    };
    page.paragraph(2, &what);
    if held.is_secret {
        page.paragraph(2, &readable_by(lang, &held.readers));
    }
    if let Some(copy) = &held.copy {
        let copy = display(copy);
        let kept = lang.pick("the file that was there is kept as", "原有文件另存为");
        page.line(2, &format!("{kept} {copy}"));
    }
}

/// Who can read a secret file; nothing before it is written.
pub(super) fn readable_by(lang: Lang, held: &Readers) -> String {
    if held.0.is_empty() {
        return String::new();
    }
    let names = password::readers(lang, held);
    say!(lang, "readable by {names}", "可读取：{names}")
}

fn facts(lang: Lang, conversion: &Conversion<'_>, page: &mut Page) {
    let plan = conversion.plan;
    let (choice, recipe) = (&plan.choice, plan.recipe);
    let mut rows: Vec<(&str, String, String)> = vec![(
        label::protection(lang),
        protection::label(lang, recipe),
        protection::reason(lang, choice.target, recipe).to_owned(),
    )];
    if let Some(check) = protection::integrity(lang, recipe) {
        let reason = protection::integrity_reason(lang, choice.target, recipe);
        rows.push((
            label::integrity(lang),
            check,
            reason.unwrap_or_default().to_owned(),
        ));
    }
    let left_out = contents::left_out(lang, plan).unwrap_or_default();
    rows.push((
        label::inside(lang),
        contents::inside(lang, plan),
        left_out.to_owned(),
    ));
    for planned in &plan.entries {
        if let Some(hint) = listed::hint(lang, choice.target, choice.format) {
            let name = crate::core::convert::names::as_shown(&planned.name, choice.target);
            rows.push((
                label::listed_as(lang),
                display(&name).into_owned(),
                hint.to_owned(),
            ));
        }
    }
    if let Some(words) = password_row(lang, conversion) {
        rows.push((label::password(lang), words, String::new()));
    }
    let width = rows
        .iter()
        .map(|(name, ..)| columns(name))
        .max()
        .unwrap_or_default()
        + 2;
    for (name, value, reason) in &rows {
        page.labelled(0, name, width, value);
        page.labelled(0, "", width, reason);
    }
}

fn password_row(lang: Lang, conversion: &Conversion<'_>) -> Option<String> {
    let beside = conversion.files.iter().find(|held| held.role.is_none());
    let written = beside.map(|held| display(&held.path).into_owned());
    let words = match (conversion.password, written) {
        (PasswordOrigin::NotNeeded, _) => return None,
        (PasswordOrigin::Empty, _) => label::password_empty(lang).to_owned(),
        (PasswordOrigin::Generated, Some(path)) => say!(
            lang,
            "made here, written to {path} and nowhere else; move it to where passwords are kept",
            "已自动生成，只写入 {path}；请移到保管密码的地方"
        ),
        (PasswordOrigin::Generated, None) => say!(
            lang,
            "will be made and written to {PASSWORD_FILE}",
            "将自动生成并写入 {PASSWORD_FILE}"
        ),
        (PasswordOrigin::Given, Some(path)) => {
            say!(lang, "yours, also in {path}", "由您提供，同时写入 {path}")
        }
        (PasswordOrigin::Given, None) => lang
            .pick("yours, written nowhere", "由您提供，没有写入任何文件")
            .to_owned(),
    };
    Some(words)
}

fn reader_table(lang: Lang, table: &[(Reader, Readable)], page: &mut Page) {
    let names = table
        .iter()
        .map(|(reader, _)| columns(readers::name(lang, *reader)));
    let width = names.max().unwrap_or_default() + 2;
    let answers = table
        .iter()
        .map(|(_, readable)| columns(readers::answer(lang, *readable)));
    let answers = answers.max().unwrap_or_default() + 2;
    for (reader, readable) in table {
        let answer = readers::answer(lang, *readable);
        let head = crate::text::prose::padded(readers::name(lang, *reader), width);
        let head = format!("{head}{answer}");
        match readable.reason() {
            None => page.line(2, &head),
            Some(reason) => {
                let why = readers::short(lang, reason);
                page.labelled(2, &head, width + answers, why);
            }
        }
    }
}

fn notes(lang: Lang, conversion: &Conversion<'_>, page: &mut Page) {
    let (notes, issues) = (&conversion.plan.notes, &conversion.issues);
    if notes.is_empty() && issues.is_empty() {
        return;
    }
    page.gap();
    page.line(0, label::notes(lang));
    for issue in issues {
        let (what, why) = password::issue(lang, *issue);
        let what = format!("{}{}{what}", label::password(lang), lang.pick(": ", "："));
        sentence(lang, "! ", &what, why, page);
    }
    for one in notes {
        let mark = if note::is_warning(one) { "! " } else { "- " };
        let (what, why) = note::words(lang, one);
        sentence(lang, mark, &what, &why, page);
    }
}

fn sentence(lang: Lang, mark: &str, what: &str, why: &str, page: &mut Page) {
    let what = format!("{what}{}", lang.pick(".", "。"));
    page.labelled(2, mark, 2, &sentences(lang, &[what.as_str(), why]));
}

/// A finding that no note tells.
fn wrong(lang: Lang, finding: &Finding, page: &mut Page) {
    let words = words(lang, finding);
    let mark = format!("[{}] ", severity(lang, finding.severity));
    let indent = columns(&mark);
    page.labelled(0, &mark, indent, &words.message);
    page.paragraph(indent, &words.why);
    page.labelled(indent, "→ ", 2, &words.remedy);
}

fn paste(lang: Lang, snippet: &Rendered, page: &mut Page) {
    page.line(
        0,
        &say!(lang, "{}: {}", "{}：{}", snippet.title, snippet.file_hint),
    );
    page.gap();
    for line in snippet.text.lines() {
        page.line(0, line);
    }
    page.gap();
    for sentence in &snippet.notes {
        page.labelled(0, "- ", 2, sentence);
    }
}
