//! Words for what the judgement of a path speaks of: forms of names, uses, faults of revocation lists.
//! Clauses without a full stop, so that they stand alone and in a sentence.

pub mod outline;
pub mod panel;
pub mod verdict;

use super::Lang;
use crate::core::finding::{
    ConstraintBreach, CrlFault, NameForm, OpinionGap, RevocationReason, Usage, WorkLimit,
};

/// A form of names: `DNS name`.
pub fn name_form(lang: Lang, form: NameForm) -> &'static str {
    let (en, zh) = match form {
        NameForm::Directory => ("directory name", "目录名称"),
        NameForm::Dns => ("DNS name", "DNS 名称"),
        NameForm::Email => ("e-mail address", "电子邮件地址"),
        NameForm::Ip => ("IP address", "IP 地址"),
        NameForm::Other => ("name of another form", "其他形式的名称"),
        NameForm::Uri => ("URI", "URI 地址"),
    };
    lang.pick(en, zh)
}

/// A use that was asked for: `server authentication`.
pub fn usage(lang: Lang, usage: Usage) -> &'static str {
    let (en, zh) = match usage {
        Usage::Any => ("any purpose", "任何用途"),
        Usage::Client => ("client authentication", "客户端身份验证"),
        Usage::Server => ("server authentication", "服务器身份验证"),
    };
    lang.pick(en, zh)
}

/// How a name breaks a constraint: `inside an excluded space`.
pub fn constraint_breach(lang: Lang, breach: ConstraintBreach) -> &'static str {
    let (en, zh) = match breach {
        ConstraintBreach::Excluded => ("inside an excluded space", "在排除的范围之内"),
        ConstraintBreach::NotComparable => ("of a form that cannot be compared", "形式无法比较"),
        ConstraintBreach::NotPermitted => {
            ("outside of every permitted space", "在所有允许的范围之外")
        }
    };
    lang.pick(en, zh)
}

/// Why a revocation list does not tell: `it is out of date`.
pub fn crl_fault(lang: Lang, fault: CrlFault) -> &'static str {
    let (en, zh) = match fault {
        CrlFault::Expired => (
            "it is out of date: the day of its next update has passed",
            "它已过时：下次更新的日期已过",
        ),
        CrlFault::DeltaWithoutBase => (
            "it lists changes only, and the full list they belong to is not at hand",
            "它只列出变更，缺少对应的完整 CRL",
        ),
        CrlFault::ExtensionUnknown => (
            "it has a critical extension that is not known here",
            "它有此处不认识的关键扩展",
        ),
        CrlFault::Malformed => ("a part of it is broken", "它有一部分已损坏"),
        CrlFault::NumberWrong => (
            "its number is missing or marked critical",
            "它的 CRL 编号缺失或被标记为关键",
        ),
        CrlFault::ScopeElsewhere => ("it covers other certificates", "它覆盖的是其他证书"),
        CrlFault::SomeReasonsOnly => (
            "it covers some reasons for revocation, and no list covers the rest",
            "它只覆盖部分吊销原因，其余原因没有 CRL 覆盖",
        ),
        CrlFault::SignatureWrong => ("the signature on it does not verify", "它的签名验证不通过"),
        CrlFault::SignatureNotChecked => (
            "the algorithm of its signature is not checked here",
            "它的签名算法在这里无法检查",
        ),
        CrlFault::SignerUnknown => (
            "the certificate of its issuer is not at hand or leads to no trusted root",
            "缺少它的颁发者证书，或该证书不通向受信任的根证书",
        ),
        CrlFault::SignerUsage => (
            "the key of its issuer may not sign revocation lists",
            "它的颁发者密钥不能用于签发 CRL",
        ),
        CrlFault::TooNew => ("its day of issue lies ahead", "它的签发日期还没有到"),
    };
    lang.pick(en, zh)
}

/// Why a certificate was revoked: `key compromised`.
pub fn revocation_reason(lang: Lang, reason: RevocationReason) -> &'static str {
    let (en, zh) = match reason {
        RevocationReason::Unspecified => ("not given", "未说明"),
        RevocationReason::KeyCompromise => ("key compromised", "密钥泄露"),
        RevocationReason::CaCompromise => ("CA compromised", "CA 泄露"),
        RevocationReason::AffiliationChanged => ("affiliation changed", "从属关系变更"),
        RevocationReason::Superseded => ("superseded", "已被取代"),
        RevocationReason::CessationOfOperation => ("no longer used", "停止使用"),
        RevocationReason::CertificateHold => ("on hold", "暂时停用"),
        RevocationReason::RemoveFromCrl => ("taken off the list again", "已从 CRL 移除"),
        RevocationReason::PrivilegeWithdrawn => ("privilege withdrawn", "权限被撤回"),
        RevocationReason::AaCompromise => ("attribute authority compromised", "属性机构泄露"),
    };
    lang.pick(en, zh)
}

/// What a limit counts: `signatures checked`.
pub fn work_limit(lang: Lang, limit: WorkLimit) -> &'static str {
    let (en, zh) = match limit {
        WorkLimit::NameComparisons => ("comparisons of names with constraints", "名称与约束的比较"),
        WorkLimit::Paths => ("paths judged to their end", "完整判断的路径"),
        WorkLimit::Policies => ("nodes and edges of policies", "策略的节点和边"),
        WorkLimit::Signatures => ("signatures checked", "签名检查"),
        WorkLimit::Steps => ("steps of the search", "查找步骤"),
    };
    lang.pick(en, zh)
}

/// Why another verifier judges differently: `it checks less`.
pub fn opinion_gap(lang: Lang, gap: OpinionGap) -> &'static str {
    let (en, zh) = match gap {
        OpinionGap::AlgorithmNotThere => (
            "it does not check one of the signature algorithms",
            "它不检查其中一种签名算法",
        ),
        OpinionGap::CaAsLeaf => (
            "it takes no CA certificate for a server’s or client’s",
            "它不接受把 CA 证书用作服务器或客户端证书",
        ),
        OpinionGap::ChecksLess => (
            "it does not look at what was found here",
            "它不检查这里发现的问题",
        ),
        OpinionGap::OtherFault => ("it stops at another fault first", "它先遇到了另一个问题"),
        OpinionGap::OtherRoots => ("it trusts other roots", "它信任的根证书不同"),
        OpinionGap::Stricter => (
            "it refuses what is only remarked on here",
            "它拒绝这里只作提示的写法",
        ),
        OpinionGap::Unknown => ("the cause is not known", "原因未知"),
        OpinionGap::VersionNotThere => (
            "it reads certificates of version 3 only",
            "它只读取第 3 版的证书",
        ),
    };
    lang.pick(en, zh)
}
