//! The words of findings: what happened, why, what to do. One exhaustive function per area of facts,
//! and the catalogue of all ids.

mod bundle;
mod caa;
mod catalogue;
mod certificate;
mod chain;
mod connection;
mod dns;
mod download;
mod iis;
mod key;
mod keystore;
mod name;
mod not_opened;
mod page;
mod path;
mod record;
mod renewal;
mod request;
mod rule;
mod scan;
mod served;
mod skipped;
mod tls;
mod webfile;

pub use catalogue::{About, about};
pub use download::instead as downloaded_instead;
pub use page::page_parts;

use std::borrow::Cow;

use super::Lang;
use super::prose::sentences;
use crate::core::finding::{Fact, Finding, Severity};
use crate::core::place::Place;
use crate::core::x509::oid;

/// What a button beside a finding does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Opens further files beside those that are open.
    AddFiles,
    /// Asks for a password and tries it on everything that is locked.
    EnterPassword,
    /// Shows the certificate that the finding is about.
    ShowCertificate,
}

/// A finding in words. No full stop on the message; the other two are sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What happened.
    pub message: String,
    /// Why it is so or why it matters.
    pub why: String,
    /// What to do.
    pub remedy: String,
    /// What a button can do about it.
    pub action: Option<Action>,
    /// A program's own words, untranslated, for those who want them.
    pub raw: Option<String>,
}

impl Action {
    /// Words on the button.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::AddFiles => lang.pick("Add files…", "添加文件…"),
            Self::EnterPassword => lang.pick("Enter password…", "输入密码…"),
            Self::ShowCertificate => lang.pick("Certificate details", "证书详情"),
        }
    }
}

impl Words {
    pub(super) fn new(
        message: impl Into<String>,
        why: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            message: message.into(),
            why: why.into(),
            remedy: remedy.into(),
            action: None,
            raw: None,
        }
    }

    fn with(self, action: Action) -> Self {
        Self {
            action: Some(action),
            ..self
        }
    }

    pub(super) fn raw(self, detail: &str) -> Self {
        let raw = (!detail.is_empty()).then(|| name(detail).into_owned());
        Self { raw, ..self }
    }

    /// The label of the button, when there is one.
    pub fn action_label(&self, lang: Lang) -> Option<&'static str> {
        self.action.map(|action| action.label(lang))
    }

    /// Reason and remedy as one paragraph.
    pub fn paragraph(&self, lang: Lang) -> String {
        sentences(lang, &[&self.why, &self.remedy])
    }
}

/// The words of one finding.
pub fn words(lang: Lang, finding: &Finding) -> Words {
    match &finding.fact {
        Fact::Bundle(fact) => bundle::words(lang, fact),
        Fact::Certificate(fact) => certificate::words(lang, fact, finding.severity),
        Fact::Chain(fact) => chain::words(lang, fact, finding.severity),
        Fact::Dns(fact) => dns::words(lang, fact),
        Fact::Caa(fact) => caa::words(lang, fact),
        Fact::Record(fact) => record::words(lang, fact),
        Fact::WebFile(fact) => webfile::words(lang, fact, finding.severity),
        Fact::Connection(fact) => connection::words(lang, fact),
        Fact::Served(fact) => served::words(lang, fact),
        Fact::Tls(fact) => tls::words(lang, fact),
        Fact::Scan(fact) => scan::words(lang, fact),
        Fact::Page(fact) => page::words(lang, fact),
        Fact::Download(fact) => download::words(lang, fact),
        Fact::Iis(fact) => iis::words(lang, fact, finding.severity),
        Fact::Key(fact) => key::words(lang, fact, finding.place.as_ref()),
        Fact::Keystore(fact) => keystore::words(lang, fact, finding.place.as_ref()),
        Fact::Name(fact) => name::words(lang, fact),
        Fact::Path(fact) => path::words(lang, fact, finding.severity),
        Fact::Request(fact) => request::words(lang, fact),
        Fact::Rule(fact) => rule::words(lang, fact),
    }
}

/// The word for a severity.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Info => lang.pick("note", "提示"),
        Severity::Warning => lang.pick("warning", "警告"),
        Severity::Error => lang.pick("error", "错误"),
    }
}

/// A foreign name for a sentence: hidden characters shown, cut after 120 characters.
fn name(text: &str) -> Cow<'_, str> {
    super::foreign::short(text)
}

/// An OID with its short technical name, where it has one: `keyUsage (2.5.29.15)`.
fn with_oid(dotted: &str) -> Cow<'_, str> {
    match oid::name(dotted) {
        Some(technical) => Cow::Owned(format!("{technical} ({dotted})")),
        None => name(dotted),
    }
}

/// The one password file a refusal is about: the only one tried, or the only one in the same folder.
fn refused_file<'a>(files: &'a [String], place: Option<&Place>) -> Option<Cow<'a, str>> {
    let folder = |path: &str| {
        path.rsplit_once('/')
            .map_or("", |(folder, _)| folder)
            .to_owned()
    };
    let beside: Vec<&String> = files
        .iter()
        .filter(|file| place.is_some_and(|place| folder(file) == place.folder()))
        .collect();
    match (files, beside.as_slice()) {
        ([file], _) => Some(file_name(file)),
        (_, [file]) => Some(file_name(file)),
        _ => None,
    }
}

/// The last step of a path, for a sentence.
fn file_name(path: &str) -> Cow<'_, str> {
    name(path.rsplit('/').next().unwrap_or(path))
}

/// Names for a sentence, at most three of them.
fn names(lang: Lang, all: &[String]) -> String {
    let shown: Vec<Cow<'_, str>> = all.iter().take(4).map(|text| name(text)).collect();
    match shown.len() {
        0 => lang.pick("none", "无").to_owned(),
        _ if all.len() > 3 => {
            let more = all.len() - 3;
            let shown = super::number::listed(shown.get(..3).unwrap_or(&shown));
            say!(
                lang,
                "{shown} and {more} more",
                "{shown} 等（另有 {more} 个）"
            )
        }
        _ => super::number::listed(&shown),
    }
}
