//! Words of facts about what a certificate is for: names, uses, critical extensions.

use std::borrow::Cow;

use crate::core::finding::{ConstraintBreach, Id, NameForm, Usage};
use crate::text::Lang;
use crate::text::chain::{name_form, usage as usage_name};
use crate::text::finding::{Action, Words, about, name, names, with_oid};
use crate::text::prose::sentences;
use crate::text::usage::purpose;

pub(super) fn critical(lang: Lang, subject: &str, oid: &str) -> Words {
    let (subject, extension) = (name(subject), with_oid(oid));
    Words::new(
        say!(
            lang,
            "“{subject}” has a critical extension that is not known here: {extension}",
            "“{subject}”有此处不认识的关键扩展：{extension}"
        ),
        lang.pick(
            "A client has to refuse a certificate with a critical extension that it does not know. Such extensions are made for particular programs, which read them.",
            "客户端遇到不认识的关键扩展必须拒绝证书。这类扩展是为特定程序设计的，那些程序能读取。",
        ),
        about(lang, Id::CriticalExtensionUnknown).remedy,
    )
    .with(Action::ShowCertificate)
}

pub(super) fn key_usage(lang: Lang, subject: &str, wanted: Usage) -> Words {
    let (subject, wanted_name) = (name(subject), usage_name(lang, wanted));
    Words::new(
        say!(
            lang,
            "The key usage of “{subject}” does not fit {wanted_name}",
            "“{subject}”的密钥用法不适合{wanted_name}"
        ),
        match wanted {
            Usage::Client => lang.pick(
                "A client proves itself with a signature, which needs digital signature (digitalSignature) in the key usage. Servers refuse the certificate without it.",
                "客户端用签名证明身份，密钥用法里需要数字签名（digitalSignature）。没有它，服务器会拒绝这个证书。",
            ),
            Usage::Any | Usage::Server => lang.pick(
                "Today’s handshakes are signed, which needs digital signature (digitalSignature) in the key usage. With key encipherment alone only the old RSA key exchange of TLS 1.2 works.",
                "现在的握手都要签名，密钥用法里需要数字签名（digitalSignature）。只有密钥加密时，只能使用 TLS 1.2 旧的 RSA 密钥交换。",
            ),
        },
        about(lang, Id::KeyUsageUnfit).remedy,
    )
    .with(Action::ShowCertificate)
}

/// A name that breaks a constraint, with all that is known of it.
pub(super) struct NameOutside<'a> {
    pub(super) subject: &'a str,
    pub(super) by: &'a str,
    pub(super) form: NameForm,
    pub(super) name: &'a str,
    pub(super) breach: ConstraintBreach,
    pub(super) constraint: Option<&'a str>,
}

impl NameOutside<'_> {
    pub(super) fn words(&self, lang: Lang) -> Words {
        let why = sentences(lang, &[&self.facts(lang), self.effect(lang)]);
        Words::new(
            self.message(lang),
            why,
            about(lang, Id::NameConstraintViolated).remedy,
        )
        .with(Action::ShowCertificate)
    }

    fn message(&self, lang: Lang) -> String {
        let (by, held) = (name(self.by), name(self.name));
        match self.breach {
            ConstraintBreach::Excluded => say!(
                lang,
                "“{held}” is a name that “{by}” excludes",
                "“{held}”是“{by}”排除的名称"
            ),
            ConstraintBreach::NotComparable => say!(
                lang,
                "“{held}” cannot be compared with the constraints of “{by}”",
                "“{held}”无法与“{by}”的名称约束比较"
            ),
            ConstraintBreach::NotPermitted => say!(
                lang,
                "“{held}” lies outside of the names that “{by}” permits",
                "“{held}”不在“{by}”允许的名称范围内"
            ),
        }
    }

    fn facts(&self, lang: Lang) -> String {
        let (subject, form) = (name(self.subject), name_form(lang, self.form));
        match self.constraint.map(name) {
            Some(constraint) => say!(
                lang,
                "“{subject}” carries it as {form}, and the constraint is “{constraint}”.",
                "“{subject}”带有这个名称（{form}），约束是“{constraint}”。"
            ),
            None => say!(
                lang,
                "“{subject}” carries it as {form}.",
                "“{subject}”带有这个名称（{form}）。"
            ),
        }
    }

    fn effect(&self, lang: Lang) -> &'static str {
        match self.breach {
            ConstraintBreach::NotComparable => lang.pick(
                "A name that cannot be compared counts as outside, so clients refuse the certificate.",
                "无法比较的名称按超出范围处理，客户端会拒绝这个证书。",
            ),
            ConstraintBreach::Excluded | ConstraintBreach::NotPermitted => lang.pick(
                "The CA was allowed to issue for certain names only, and clients refuse the others.",
                "这个 CA 只获准为特定名称签发，客户端会拒绝其他名称。",
            ),
        }
    }
}

pub(super) fn constraint_unusable(lang: Lang, subject: &str, constraint: &str) -> Words {
    let (subject, constraint) = (name(subject), name(constraint));
    Words::new(
        say!(
            lang,
            "A name constraint of “{subject}” cannot be applied: “{constraint}”",
            "“{subject}”的一条名称约束无法应用：“{constraint}”"
        ),
        lang.pick(
            "It is written in a wrong way or is of a form that clients do not process. A client that meets a name of that form has to refuse the certificate; some refuse in any case.",
            "它的写法不对，或是客户端不处理的形式。客户端遇到这种形式的名称必须拒绝证书；有些客户端一律拒绝。",
        ),
        about(lang, Id::NameConstraintUnusable).remedy,
    )
    .with(Action::ShowCertificate)
}

pub(super) fn usage(
    lang: Lang,
    subject: &str,
    wanted: Usage,
    usages: &[String],
    is_issuer: bool,
) -> Words {
    let usages: Vec<Cow<'_, str>> = usages.iter().map(|oid| purpose(lang, oid)).collect();
    let usages: Vec<String> = usages.into_iter().map(Cow::into_owned).collect();
    let (subject, usages) = (name(subject), names(lang, &usages));
    let wanted_name = usage_name(lang, wanted);
    let message = match (is_issuer, wanted) {
        (true, _) => say!(
            lang,
            "“{subject}” may not issue for {wanted_name}",
            "“{subject}”不能为{wanted_name}签发证书"
        ),
        (false, Usage::Client) => say!(
            lang,
            "“{subject}” is not made for clients",
            "“{subject}”不是客户端用途的证书"
        ),
        (false, Usage::Any | Usage::Server) => say!(
            lang,
            "“{subject}” is not made for servers",
            "“{subject}”不是服务器用途的证书"
        ),
    };
    let effect = match (is_issuer, wanted) {
        (true, _) => lang.pick(
            "It is an issuer, and what it leaves out no certificate below it may do.",
            "它是颁发者，它没有列出的用途，下面的证书都不能用。",
        ),
        (false, Usage::Client) => lang.pick(
            "Servers refuse it from a client. Since 2026 public CAs leave client authentication out of TLS certificates, so this often appears after a renewal.",
            "客户端出示它时，服务器会拒绝。2026 年起公共 CA 的 TLS 证书不再带客户端身份验证，所以常在续期之后出现。",
        ),
        (false, Usage::Any | Usage::Server) => lang.pick(
            "Clients refuse it from a server.",
            "服务器出示它时，客户端会拒绝。",
        ),
    };
    let allowed = say!(
        lang,
        "Its extended key usage allows only: {usages}.",
        "它的增强型密钥用法只允许：{usages}。"
    );
    Words::new(
        message,
        sentences(lang, &[allowed.as_str(), effect]),
        match (is_issuer, wanted) {
            (true, _) => lang.pick(
                "Have the certificate issued by a CA for this purpose, or have the CA certificate reissued with the purpose added.",
                "改由适合这个用途的 CA 签发证书，或重颁发 CA 证书并加上这个用途。",
            ),
            (false, Usage::Client) => about(lang, Id::UsageNotClient).remedy,
            (false, Usage::Any | Usage::Server) => about(lang, Id::UsageNotServer).remedy,
        },
    )
    .with(Action::ShowCertificate)
}
