//! Words of facts about issuers that were asked for and did not come.

use super::{Words, about, name};
use crate::core::chain::aia::{Came, Misfit, Unusable};
use crate::core::env::WebCause;
use crate::core::finding::{DownloadFact, Id, Instead, NotOpenedKind};
use crate::text::time::date;
use crate::text::{Lang, kind, web};

use super::Action;

pub(super) fn words(lang: Lang, fact: &DownloadFact) -> Words {
    match fact {
        DownloadFact::IssuerFailed {
            issuer,
            url,
            address,
            elapsed_ms,
            came,
            ..
        } => {
            let told = failed(lang, issuer, url, came);
            let at = asked(lang, address.as_deref(), *elapsed_ms);
            let why = crate::text::prose::sentences(lang, &[&told.why, &at]);
            Words { why, ..told }
        }
        DownloadFact::IssuerRefused {
            issuer, url, cause, ..
        } => refused(lang, issuer, url, cause),
    }
    .with(Action::AddFiles)
}

fn failed(lang: Lang, issuer: &str, url: &str, came: &Instead) -> Words {
    let (issuer, url) = (name(issuer), name(url));
    let message = say!(
        lang,
        "“{issuer}” could not be downloaded from {url}",
        "无法从 {url} 下载“{issuer}”"
    );
    match came {
        Instead::Fault(cause) => {
            let (why, remedy) = web::explain(lang, cause);
            Words::new(message, why, remedy).raw(web::raw(cause).unwrap_or_default())
        }
        Instead::Answer(unusable) => Words::new(
            message,
            instead(lang, unusable),
            about(lang, Id::IssuerDownloadFailed).remedy,
        ),
    }
}

fn refused(lang: Lang, issuer: &str, url: &str, cause: &WebCause) -> Words {
    let (issuer, url) = (name(issuer), name(url));
    let (why, remedy) = web::explain(lang, cause);
    let message = say!(
        lang,
        "“{issuer}” was not downloaded: {url} is not opened without your consent",
        "没有下载“{issuer}”：未经您同意不会打开 {url}"
    );
    let never = say!(
        lang,
        "“{issuer}” was not downloaded: {url} is not opened",
        "没有下载“{issuer}”：不会打开 {url}"
    );
    let message = if cause.needs_consent() {
        message
    } else {
        never
    };
    Words::new(message, why, remedy)
}

/// Whom it asked and how long that took.
fn asked(lang: Lang, address: Option<&str>, elapsed_ms: u64) -> String {
    let time = web::seconds(lang, elapsed_ms);
    match address {
        Some(address) => {
            let address = name(address);
            say!(
                lang,
                "Asked {address} for {time}.",
                "联系了 {address}，用时 {time}。"
            )
        }
        // Refused or failed on the spot: no time to speak of.
        None if elapsed_ms < 100 => String::new(),
        None => say!(lang, "Gave up after {time}.", "{time}后放弃。"),
    }
}

/// What came instead of the issuer, as a sentence.
pub fn instead(lang: Lang, unusable: &Unusable) -> String {
    let status = unusable.status;
    match &unusable.misfit {
        Misfit::Status => say!(
            lang,
            "The server answered with status {status} and not with a certificate.",
            "服务器返回状态 {status}，没有给出证书。"
        ),
        Misfit::NotCertificates(came) => {
            let came = came_words(lang, came);
            match unusable.content_type.as_deref().map(name) {
                Some(kind) => say!(
                    lang,
                    "The server sent {came} and calls it “{kind}”.",
                    "服务器发来的是{came}，并标为“{kind}”。"
                ),
                None => say!(lang, "The server sent {came}.", "服务器发来的是{came}。"),
            }
        }
        misfit => certificate(lang, misfit),
    }
}

fn certificate(lang: Lang, misfit: &Misfit) -> String {
    match misfit {
        Misfit::Expired { subject, not_after } => {
            let (subject, date) = (name(subject), date(lang, *not_after));
            say!(
                lang,
                "The server sent “{subject}”, which expired on {date}.",
                "服务器发来“{subject}”，它已于 {date} 过期。"
            )
        }
        Misfit::NotYetValid {
            subject,
            not_before,
        } => {
            let (subject, date) = (name(subject), date(lang, *not_before));
            say!(
                lang,
                "The server sent “{subject}”, which is valid from {date} on.",
                "服务器发来“{subject}”，它从 {date} 起才有效。"
            )
        }
        Misfit::NotCa { subject } => {
            let subject = name(subject);
            say!(
                lang,
                "The server sent “{subject}”, which is not marked as a CA and may not issue certificates.",
                "服务器发来“{subject}”，它没有标为 CA，无权签发证书。"
            )
        }
        Misfit::NotChecked { subject, algorithm } => {
            let (subject, algorithm) = (name(subject), name(algorithm));
            say!(
                lang,
                "The server sent “{subject}”. Whether it is the issuer cannot be checked: signatures with {algorithm} are not read here.",
                "服务器发来“{subject}”。无法验证它是不是颁发者：这里不能读取 {algorithm} 签名。"
            )
        }
        Misfit::OtherKey { subject } => {
            let subject = name(subject);
            say!(
                lang,
                "The server sent “{subject}”, which has the right name, but its key did not make the signature.",
                "服务器发来“{subject}”，名称正确，但签名不是用它的密钥做的。"
            )
        }
        Misfit::OtherCertificate { subject } => {
            let subject = name(subject);
            say!(
                lang,
                "The server sent another certificate, “{subject}”.",
                "服务器发来的是另一个证书“{subject}”。"
            )
        }
        Misfit::NotCertificates(_) | Misfit::Status => String::new(),
    }
}

fn came_words(lang: Lang, came: &Came) -> String {
    match came {
        Came::Empty => lang.pick("nothing", "空内容").to_owned(),
        Came::Html => lang
            .pick(
                "a web page, perhaps an error or sign-in page",
                "网页，可能是错误页或登录页",
            )
            .to_owned(),
        Came::Kind(what) => {
            let what = kind::noun(lang, *what);
            say!(lang, "something else ({what})", "别的内容（{what}）")
        }
        Came::NotOpened(NotOpenedKind::Gzip) => lang.pick("compressed data", "压缩数据").to_owned(),
        Came::NotOpened(_) => lang
            .pick("a kind of file that is no certificate", "不是证书的文件")
            .to_owned(),
        Came::Other(begins) => {
            let begins = name(begins);
            say!(
                lang,
                "bytes that are no certificate and begin with “{begins}”",
                "以“{begins}”开头、不是证书的数据"
            )
        }
    }
}
