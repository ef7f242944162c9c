//! The one line that says how it stands, and its line of context.

use std::collections::HashSet;

use super::made_for::server;
use crate::core::artifact::Fingerprint;
use crate::core::bundle::story::{Headline, PasswordCell, Server};
use crate::core::bundle::{Identity, Inspection, KeyState, MadeFor};
use crate::core::finding::{Finding, Id, Kind, Severity};
use crate::core::place::Place;
use crate::text::finding::words;
use crate::text::number::{counted, enumerated, whole};
use crate::text::prose::sentences;
use crate::text::{Lang, kind};

/// A sentence and its context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The sentence, without full stop.
    pub sentence: String,
    /// One or two sentences more; may be empty.
    pub context: String,
}

/// The verdict over everything that was opened.
pub fn verdict(lang: Lang, inspection: &Inspection) -> Line {
    let (sentence, context) = match &inspection.story.headline {
        Headline::Empty => empty(lang),
        Headline::NoCertificate => no_certificate(lang, inspection),
        Headline::Complete => complete(lang, inspection),
        Headline::CompleteWithoutKey => without_key(lang, inspection),
        Headline::Locked => locked(lang, inspection),
        Headline::Problems { errors, warnings } => problems(lang, inspection, *errors, *warnings),
        Headline::Collection {
            certificates,
            errors,
        } => collection(lang, *certificates, *errors),
    };
    Line { sentence, context }
}

fn empty(lang: Lang) -> (String, String) {
    (
        lang.pick("There is nothing in it", "里面什么都没有")
            .to_owned(),
        lang.pick(
            "No file was found. Open the archive or folder that the CA sent.",
            "没有找到任何文件。打开 CA 发来的压缩包或文件夹。",
        )
        .to_owned(),
    )
}

fn no_certificate(lang: Lang, inspection: &Inspection) -> (String, String) {
    let found = super::counts(lang, inspection);
    let context = if found.is_empty() {
        lang.pick(
            "Nothing in it could be recognised as a certificate, key or request.",
            "里面没有能识别为证书、私钥或 CSR 的内容。",
        )
        .to_owned()
    } else {
        say!(lang, "Found: {found}.", "找到：{found}。")
    };
    (
        lang.pick("There is no server certificate in it", "里面没有服务器证书")
            .to_owned(),
        context,
    )
}

fn complete(lang: Lang, inspection: &Inspection) -> (String, String) {
    let ready = ready_servers(lang, inspection);
    let count = inspection.story.identities.len();
    if count < 2 {
        return (fits(lang).to_owned(), ready);
    }
    (
        say!(
            lang,
            "{count} certificates, each with its key and chain",
            "{count} 个证书，都有匹配的私钥和证书链"
        ),
        ready,
    )
}

fn fits(lang: Lang) -> &'static str {
    lang.pick(
        "Certificate, key and chain fit together",
        "证书、私钥和证书链相互匹配",
    )
}

fn without_key(lang: Lang, inspection: &Inspection) -> (String, String) {
    let cause = inspection
        .findings()
        .iter()
        .find(|finding| finding.id() == Id::KeyMissing)
        .map(|finding| words(lang, finding).message);
    let context = cause.map_or(String::new(), |message| stopped(lang, &message));
    (
        lang.pick(
            "Certificate and chain are complete, the private key is elsewhere",
            "证书和证书链完整，私钥在别处",
        )
        .to_owned(),
        context,
    )
}

fn stopped(lang: Lang, message: &str) -> String {
    format!("{message}{}", lang.pick(".", "。"))
}

fn locked(lang: Lang, inspection: &Inspection) -> (String, String) {
    let count: usize = inspection
        .locked
        .iter()
        .map(|group| group.members.len())
        .sum();
    let files = counted(lang, count.max(1), ("file is", "files are"), "个文件");
    let sentence = lang
        .pick(
            "A password is needed to see the rest",
            "需要密码才能查看其余内容",
        )
        .to_owned();
    let still = say!(lang, "{files} still locked.", "还有 {files}没有打开。");
    let context = sentences(lang, &[&still, &ready_servers(lang, inspection)]);
    (sentence, context)
}

fn problems(
    lang: Lang,
    inspection: &Inspection,
    errors: usize,
    warnings: usize,
) -> (String, String) {
    let leading = inspection.findings().first();
    let said = leading.map_or(String::new(), |finding| {
        short_message(lang, inspection, finding)
    });
    let worst = leading.map_or(Severity::Error, |finding| finding.severity);
    let (count, is_error) = if errors > 0 && worst == Severity::Error {
        (errors, true)
    } else {
        (warnings.max(1), false)
    };
    let sentence = match (count, is_error) {
        (0 | 1, true) => say!(lang, "One problem: {said}", "一个问题：{said}"),
        (0 | 1, false) => say!(lang, "One warning: {said}", "一个警告：{said}"),
        (_, true) => say!(
            lang,
            "{count} problems. First: {said}",
            "{count} 个问题，首先：{said}"
        ),
        (_, false) => say!(
            lang,
            "{count} warnings. First: {said}",
            "{count} 个警告，首先：{said}"
        ),
    };
    (sentence, sound_parts(lang, inspection))
}

/// The message as it stands after a colon.
fn short_message(lang: Lang, inspection: &Inspection, finding: &Finding) -> String {
    if let Some(refused) = refused_server(inspection, finding) {
        let name = server(lang, refused);
        return say!(
            lang,
            "the {name} file needs a different password",
            "{name} 文件用的是另一个密码"
        );
    }
    let message = words(lang, finding).message;
    let is_plain_word = ["The ", "A ", "An ", "No ", "You ", "This ", "There "]
        .iter()
        .any(|word| message.starts_with(word));
    let mut chars = message.chars();
    match chars.next() {
        Some(first) if is_plain_word => first.to_lowercase().chain(chars).collect(),
        _ => message,
    }
}

/// The server whose keystore refused its password.
fn refused_server(inspection: &Inspection, finding: &Finding) -> Option<Server> {
    let place = finding.place.as_ref()?.file();
    if finding.id() != Id::KeystorePasswordWrong {
        return None;
    }
    let mut rows = inspection
        .story
        .identities
        .iter()
        .flat_map(|identity| &identity.made_for);
    rows.find(|row| row.password == PasswordCell::Refused && row.files.contains(&place))
        .map(|row| row.server)
        .filter(|server| *server != Server::Other)
}

/// What is sound in spite of the problems.
fn sound_parts(lang: Lang, inspection: &Inspection) -> String {
    let identities = &inspection.story.identities;
    let said = if !identities.is_empty() && identities.iter().all(|identity| identity.is_complete) {
        lang.pick(
            "Certificate, key and chain fit together.",
            "证书、私钥和证书链相互匹配。",
        )
    } else if !identities.is_empty() && identities.iter().all(is_key_proven) {
        lang.pick("Certificate and key fit together.", "证书和私钥相互匹配。")
    } else {
        ""
    };
    sentences(lang, &[said, &ready_servers(lang, inspection)])
}

fn is_key_proven(identity: &Identity) -> bool {
    matches!(identity.key, KeyState::Proven(_))
}

/// Which servers' files can be used as they are.
fn ready_servers(lang: Lang, inspection: &Inspection) -> String {
    let spoilt = Spoilt::of(inspection);
    let mut ready = Vec::new();
    for identity in &inspection.story.identities {
        let rows = identity.made_for.iter().filter(|row| {
            row.is_ready() && row.server != Server::Other && !spoilt.holds(identity, row)
        });
        ready.extend(rows.map(|row| server(lang, row.server)));
    }
    ready.sort_unstable();
    ready.dedup();
    if ready.is_empty() {
        return String::new();
    }
    let ready = enumerated(lang, &ready);
    say!(
        lang,
        "The {ready} files are ready to use.",
        "{ready} 的文件可以直接使用。"
    )
}

/// Files and certificates with an error.
struct Spoilt {
    files: HashSet<Place>,
    certificates: HashSet<Fingerprint>,
}

impl Spoilt {
    fn of(inspection: &Inspection) -> Self {
        let errors = || {
            let findings = inspection.findings().iter();
            findings.take_while(|finding| finding.severity == Severity::Error)
        };
        Self {
            files: errors()
                .filter_map(|error| Some(error.place.as_ref()?.file()))
                .collect(),
            certificates: errors().filter_map(|error| error.certificate).collect(),
        }
    }

    fn holds(&self, identity: &Identity, row: &MadeFor) -> bool {
        self.certificates.contains(&identity.leaf.fingerprint)
            || row.files.iter().any(|file| self.files.contains(file))
    }
}

fn collection(lang: Lang, certificates: usize, errors: usize) -> (String, String) {
    let count = kind::count(lang, Kind::Certificate, certificates);
    let sentence = match errors {
        0 => say!(
            lang,
            "{count}, none with a problem",
            "{count}，没有发现问题"
        ),
        1 => say!(lang, "{count}, one problem", "{count}，一个问题"),
        _ => {
            let errors = whole(errors as u64);
            say!(
                lang,
                "{count}, {errors} problems",
                "{count}，{errors} 个问题"
            )
        }
    };
    let context = lang.pick(
        "This is a collection rather than one order, so each certificate is judged by itself.",
        "这是一批证书而不是一个订单，所以逐个判断。",
    );
    (sentence, context.to_owned())
}
