//! How it stands with a chain, in one line, and with each of its paths in a few words.

use crate::core::bundle::Chains;
use crate::core::chain::{Answer, Change, JudgedPath, PathEnding, Profile};
use crate::core::finding::{Finding, Id, Severity};
use crate::text::Lang;
use crate::text::bundle::Line;
use crate::text::finding::{about, words};
use crate::text::foreign::short;
use crate::text::number::{counted, whole};

/// The verdict over the main certificate.
pub fn verdict(lang: Lang, chains: &Chains) -> Line {
    let Some(answer) = chains.main() else {
        return line(
            lang.pick("There is no certificate in it", "里面没有证书"),
            lang.pick(
                "A chain needs a certificate. Open the file that the CA sent.",
                "证书链要从一个证书开始。打开 CA 发来的文件。",
            ),
        );
    };
    of(lang, answer)
}

/// The verdict over one certificate.
pub fn of(lang: Lang, answer: &Answer) -> Line {
    let Some(best) = answer.best() else {
        return line("", "");
    };
    let (sentence, context) = match best.headline() {
        None if best.is_trusted() => whole_chain(lang, answer, best),
        None => (path(lang, best), String::new()),
        Some(headline) => (sentence(lang, headline, best), others(lang, best, headline)),
    };
    Line { sentence, context }
}

fn line(sentence: &str, context: &str) -> Line {
    Line {
        sentence: sentence.to_owned(),
        context: context.to_owned(),
    }
}

fn whole_chain(lang: Lang, answer: &Answer, best: &JudgedPath) -> (String, String) {
    let root = best.anchor().map(|root| root.title()).unwrap_or_default();
    let root = short(&root).into_owned();
    let sentence = say!(
        lang,
        "The chain is complete up to “{root}”",
        "证书链完整，直到“{root}”"
    );
    let sound = answer.paths.iter().filter(|path| path.is_valid()).count();
    let context = if sound > 1 {
        let count = whole(sound as u64);
        say!(
            lang,
            "{count} paths hold. Clients take the one whose root they know.",
            "共有 {count} 条有效路径。客户端会走它认识的根证书那一条。"
        )
    } else {
        lang.pick(
            "Every signature verifies, and nothing on the way forbids it.",
            "所有签名都通过验证，路径上没有任何限制不允许它。",
        )
        .to_owned()
    };
    (sentence, context)
}

/// The headline for the missing piece, which is what this panel is most often opened for.
fn sentence(lang: Lang, headline: &Finding, best: &JudgedPath) -> String {
    match (headline.id(), &best.ending) {
        (Id::ChainMissingIntermediate, _) => lang
            .pick(
                "Incomplete: one certificate is missing between leaf and root",
                "证书链不完整：服务器证书与根证书之间缺少一个证书",
            )
            .to_owned(),
        _ => words(lang, headline).message,
    }
}

fn others(lang: Lang, best: &JudgedPath, headline: &Finding) -> String {
    let errors = best
        .all_findings()
        .filter(|finding| finding.severity == Severity::Error && *finding != headline)
        .count();
    if errors == 0 {
        return lang
            .pick(
                "Nothing else breaks this chain.",
                "除此之外，这条证书链没有别的错误。",
            )
            .to_owned();
    }
    let count = counted(
        lang,
        errors,
        ("further problem", "further problems"),
        "个其他问题",
    );
    say!(
        lang,
        "And {count}, listed below.",
        "另有 {count}，列在下面。"
    )
}

/// A path in a few words.
pub fn path(lang: Lang, path: &JudgedPath) -> String {
    match path.headline() {
        None if path.is_trusted() => lang.pick("holds", "有效").to_owned(),
        None => ending(lang, &path.ending).to_owned(),
        Some(headline) => fault(lang, headline),
    }
}

fn ending(lang: Lang, ending: &PathEnding) -> &'static str {
    match ending {
        PathEnding::Trusted => lang.pick("ends at a trusted root", "到达受信任的根证书"),
        PathEnding::UntrustedRoot => lang.pick("the root is not trusted", "根证书不受信任"),
        PathEnding::MissingIssuer => lang.pick("an issuer is missing", "缺少颁发者的证书"),
        PathEnding::WrongSignature => lang.pick("a signature is wrong", "签名不正确"),
        PathEnding::TooLong => lang.pick("too long", "过长"),
    }
}

/// A finding in a few words, without names: for a node or a path.
pub fn fault(lang: Lang, finding: &Finding) -> String {
    let (en, zh) = match finding.id() {
        Id::CertificateExpired => ("expired", "已过期"),
        Id::CertificateNotYetValid => ("not yet valid", "尚未生效"),
        Id::CertificateRevoked => ("revoked", "已吊销"),
        Id::ChainMissingIntermediate => ("its issuer is missing", "缺少它的颁发者"),
        Id::ChainSignatureInvalid => ("signature is wrong", "签名不正确"),
        Id::ChainUntrustedRoot => ("not trusted", "不受信任"),
        Id::ChainSelfSignedLeaf => ("self-signed", "自签名"),
        Id::CaFlagMissing => ("is no CA", "不是 CA"),
        Id::CaUsageMissing => ("may not sign certificates", "不允许签发证书"),
        Id::NameConstraintViolated => ("name not permitted", "名称不被允许"),
        Id::NameMismatch => ("for another name", "名称不匹配"),
        Id::PathLengthExceeded => ("too many CAs below", "下级 CA 过多"),
        Id::RevocationUnknown => ("revocation unknown", "吊销状态未知"),
        Id::WeakKey => ("weak key", "密钥过弱"),
        Id::WeakSignature => ("weak signature", "签名算法过弱"),
        Id::UsageNotServer | Id::UsageNotClient => ("for another use", "用途不符"),
        Id::SignatureNotChecked => ("signature not checked", "签名未检查"),
        Id::CriticalExtensionUnknown => ("unknown critical extension", "有未知的关键扩展"),
        id => return about(lang, id).title.to_owned(),
    };
    lang.pick(en, zh).to_owned()
}

/// The rules that were applied.
pub fn profile(lang: Lang, profile: Profile) -> &'static str {
    match profile {
        Profile::Practice => lang.pick("what clients check", "客户端实际检查的内容"),
        Profile::Rfc5280 => lang.pick("RFC 5280 to the letter", "严格按照 RFC 5280"),
        Profile::WebPki => lang.pick("the rules of the web", "Web PKI 规则"),
    }
}

/// One change of a repair.
pub fn change(lang: Lang, change: &Change) -> String {
    match change {
        Change::Added(name) => {
            let name = short(name);
            say!(lang, "“{name}” is added", "加入“{name}”")
        }
        Change::DuplicateDropped(name) => {
            let name = short(name);
            say!(lang, "“{name}” is kept once", "“{name}”只保留一份")
        }
        Change::Reordered => lang
            .pick(
                "The order is put right: certificate first, then each issuer",
                "调整顺序：服务器证书在前，依次是各级颁发者",
            )
            .to_owned(),
        Change::RootDropped(name) => {
            let name = short(name);
            say!(
                lang,
                "The root “{name}” is left out: it belongs into the clients’ trust store",
                "去掉根证书“{name}”：它应装在客户端的受信任根证书库里"
            )
        }
        Change::UnrelatedDropped(name) => {
            let name = short(name);
            say!(
                lang,
                "“{name}” is left out: it belongs to another chain",
                "去掉“{name}”：它属于另一条证书链"
            )
        }
    }
}
