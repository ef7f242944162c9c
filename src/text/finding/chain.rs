//! Words of facts about a chain.

use super::{Action, Words, about, name, names};
use crate::core::finding::{ChainFact, Id, Severity};
use crate::text::Lang;
use crate::text::number::whole;

pub(super) fn words(lang: Lang, fact: &ChainFact, severity: Severity) -> Words {
    match fact {
        ChainFact::DuplicateCertificate { subject, copies } => duplicate(lang, subject, *copies),
        ChainFact::MissingIntermediate {
            issuer,
            below,
            download,
        } => missing(lang, issuer, below, download.as_deref()),
        ChainFact::RootIncluded { root } => root_included(lang, root),
        ChainFact::SelfSignedLeaf { subject } => self_signed(lang, subject),
        ChainFact::SignatureInvalid { subject, issuer } => signature(lang, subject, issuer),
        ChainFact::TooLong {
            certificates,
            limit,
        } => too_long(lang, *certificates, *limit),
        ChainFact::UnrelatedCertificate { subject } => unrelated(lang, subject),
        ChainFact::UntrustedRoot { root, trust } => untrusted(lang, root, trust, severity),
        ChainFact::WrongOrder {
            found,
            right,
            leaf_first,
        } => wrong_order(lang, found, right, *leaf_first),
    }
}

fn duplicate(lang: Lang, subject: &str, copies: usize) -> Words {
    let subject = name(subject);
    Words::new(
        say!(
            lang,
            "“{subject}” is in the chain file {copies} times",
            "“{subject}”在证书链文件里出现了 {copies} 次"
        ),
        lang.pick(
            "The server sends every copy in each handshake. A few clients stop at the second.",
            "服务器每次握手都会发送所有副本。少数客户端遇到第二份就会中断。",
        ),
        about(lang, Id::ChainDuplicateCertificate).remedy,
    )
}

fn missing(lang: Lang, issuer: &str, below: &str, download: Option<&str>) -> Words {
    let (issuer, below) = (name(issuer), name(below));
    let why = say!(
        lang,
        "It signed “{below}” and is in none of the files. Desktop browsers often fetch it themselves; phones, Java, curl and other servers do not and report an untrusted certificate.",
        "它签发了“{below}”，但所有文件里都没有它。桌面浏览器往往会自己下载；手机、Java、curl 和其他服务器不会，它们会报告证书不受信任。"
    );
    let remedy = match download.map(name) {
        Some(url) => say!(
            lang,
            "Download it from {url}, which the certificate names, and add it after the server certificate.",
            "从证书里写明的地址 {url} 下载它，加在服务器证书之后。"
        ),
        None => about(lang, Id::ChainMissingIntermediate).remedy.to_owned(),
    };
    Words::new(
        say!(
            lang,
            "The intermediate “{issuer}” is missing",
            "缺少中间证书“{issuer}”"
        ),
        why,
        remedy,
    )
    .with(Action::AddFiles)
}

fn root_included(lang: Lang, root: &str) -> Words {
    let root = name(root);
    Words::new(
        say!(lang, "The chain file carries the root “{root}”", "证书链文件里带有根证书“{root}”"),
        lang.pick(
            "It does no harm: clients use the copy in their own trust store. It only makes each handshake larger.",
            "没有坏处：客户端用的是自己受信任的根证书库里的那份。只是每次握手会大一点。",
        ),
        about(lang, Id::ChainRootIncluded).remedy,
    )
}

fn self_signed(lang: Lang, subject: &str) -> Words {
    let subject = name(subject);
    Words::new(
        say!(
            lang,
            "“{subject}” is signed by itself",
            "“{subject}”是自签名证书"
        ),
        lang.pick(
            "No CA vouches for it, so no client trusts it unless it was told to.",
            "没有 CA 为它担保，除非专门设置，客户端都不信任它。",
        ),
        about(lang, Id::ChainSelfSignedLeaf).remedy,
    )
    .with(Action::ShowCertificate)
}

fn signature(lang: Lang, subject: &str, issuer: &str) -> Words {
    let (subject, issuer) = (name(subject), name(issuer));
    Words::new(
        say!(
            lang,
            "“{issuer}” did not sign “{subject}”",
            "“{subject}”不是由“{issuer}”签发的"
        ),
        lang.pick(
            "The names fit, but the signature does not verify. Either the issuer is another certificate of the same name, or the certificate was changed.",
            "名称对得上，但签名验证不通过。要么是同名的另一个颁发者证书，要么证书被改动过。",
        ),
        about(lang, Id::ChainSignatureInvalid).remedy,
    )
}

fn too_long(lang: Lang, certificates: usize, limit: usize) -> Words {
    let (certificates, limit) = (whole(certificates as u64), whole(limit as u64));
    Words::new(
        lang.pick(
            "The chain was not followed to its end",
            "没有追踪到证书链的末端",
        ),
        say!(
            lang,
            "{certificates} certificates were in reach and {limit} is the limit of one search. A real chain has two to five.",
            "涉及 {certificates} 个证书，而一次查找的上限是 {limit}。真实的证书链有两到五个证书。"
        ),
        about(lang, Id::ChainTooLong).remedy,
    )
}

fn unrelated(lang: Lang, subject: &str) -> Words {
    let subject = name(subject);
    Words::new(
        say!(lang, "“{subject}” belongs to no chain here", "“{subject}”不属于这里的任何证书链"),
        lang.pick(
            "It signed none of the certificates in these files. In a chain file it confuses some clients.",
            "这些文件里的证书都不是它签发的。放在证书链文件里会让一些客户端混淆。",
        ),
        about(lang, Id::ChainUnrelatedCertificate).remedy,
    )
    .with(Action::ShowCertificate)
}

fn untrusted(lang: Lang, root: &str, trust: &str, severity: Severity) -> Words {
    let root = name(root);
    let trust = crate::text::trust::name(lang, trust);
    let why = if severity == Severity::Error {
        say!(
            lang,
            "The chain is whole, but {trust} do not hold its root. Visitors who do not have it see a warning.",
            "证书链完整，{trust}里没有它的根证书。没有这个根证书的访问者会看到警告。"
        )
    } else {
        say!(
            lang,
            "The chain is whole, but {trust} do not hold its root. Inside an organisation that runs its own CA this is right.",
            "证书链完整，{trust}里没有它的根证书。在自建 CA 的组织内部，这是正常的。"
        )
    };
    Words::new(
        say!(
            lang,
            "The root “{root}” is not trusted",
            "根证书“{root}”不受信任"
        ),
        why,
        about(lang, Id::ChainUntrustedRoot).remedy,
    )
}

fn wrong_order(lang: Lang, found: &[String], right: &[String], is_leaf_first: bool) -> Words {
    let (found, right) = (names(lang, found), names(lang, right));
    let effect = if is_leaf_first {
        lang.pick(
            "Most clients sort it themselves; older ones and some Java versions refuse it.",
            "多数客户端会自行排序；较旧的客户端和部分 Java 版本会拒绝。",
        )
    } else {
        lang.pick(
            "nginx and Apache take the first certificate for the server’s own and refuse to start, because the key does not fit it.",
            "nginx 和 Apache 把第一个证书当作服务器证书，因为与私钥不匹配而拒绝启动。",
        )
    };
    Words::new(
        lang.pick("The certificates are in the wrong order", "证书的顺序不对"),
        say!(
            lang,
            "The file has {found}. {effect}",
            "文件里的顺序是 {found}。{effect}"
        ),
        say!(
            lang,
            "Put them in this order: {right}.",
            "按这个顺序排列：{right}。"
        ),
    )
}
