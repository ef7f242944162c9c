//! Words of facts about one certificate.

use super::{Action, Words, about, name, names};
use crate::core::finding::{CertificateFact, Id, Severity};
use crate::core::time::Moment;
use crate::text::time::{date, days};
use crate::text::{Lang, usage};

pub(super) fn words(lang: Lang, fact: &CertificateFact, severity: Severity) -> Words {
    let words = match fact {
        CertificateFact::ChangedOnRenewal {
            subject,
            before,
            lost_usages,
            lost_names,
            key,
            lost_common_name,
        } => super::renewal::changed(
            lang,
            subject,
            *before,
            super::renewal::Lost {
                usages: lost_usages,
                names: lost_names,
                key: key.as_ref(),
                common_name: lost_common_name.as_deref(),
            },
        ),
        CertificateFact::Expired {
            subject,
            not_after,
            days_ago,
        } => expired(lang, subject, *not_after, *days_ago),
        CertificateFact::ExpiresSoon {
            subject,
            not_after,
            days_left,
        } => expires_soon(lang, subject, *not_after, *days_left),
        CertificateFact::LifetimeTooLong {
            subject,
            days,
            limit_days,
            public,
        } => lifetime(lang, subject, *days, *limit_days, *public),
        CertificateFact::NotYetValid {
            subject,
            not_before,
        } => not_yet_valid(lang, subject, *not_before),
        CertificateFact::NameCommonNameOnly { common_name } => common_name_only(lang, common_name),
        CertificateFact::NameMismatch { host, names } => name_mismatch(lang, host, names),
        CertificateFact::UsageNotServer { subject, usages } => not_server(lang, subject, usages),
        CertificateFact::WeakKey {
            subject,
            algorithm,
            bits,
        } => weak_key(lang, subject, algorithm, *bits),
        CertificateFact::WeakSignature { subject, algorithm } => {
            weak_signature(lang, subject, algorithm, severity)
        }
    };
    words.with(Action::ShowCertificate)
}

fn expired(lang: Lang, subject: &str, not_after: Moment, days_ago: i64) -> Words {
    let (subject, day, ago) = (name(subject), date(lang, not_after), days(lang, days_ago));
    Words::new(
        say!(
            lang,
            "“{subject}” expired on {day}",
            "“{subject}”已于 {day} 过期"
        ),
        if days_ago < 1 {
            say!(
                lang,
                "That was less than a day ago. Browsers and other clients refuse it.",
                "过期还不到一天。浏览器和其他客户端会拒绝它。"
            )
        } else {
            say!(
                lang,
                "That was {ago} ago. Browsers and other clients refuse it.",
                "已经过去 {ago}。浏览器和其他客户端会拒绝它。"
            )
        },
        about(lang, Id::CertificateExpired).remedy,
    )
}

fn expires_soon(lang: Lang, subject: &str, not_after: Moment, days_left: i64) -> Words {
    let (subject, day, left) = (name(subject), date(lang, not_after), days(lang, days_left));
    let message = if days_left < 1 {
        say!(
            lang,
            "“{subject}” expires within a day",
            "“{subject}”一天之内到期"
        )
    } else {
        say!(
            lang,
            "“{subject}” expires in {left}",
            "“{subject}”{left}后到期"
        )
    };
    Words::new(
        message,
        say!(
            lang,
            "It is valid until {day}. Order, validation and installation take days, more when the organisation is checked.",
            "有效期到 {day}。申请、验证和安装需要几天时间，审核组织信息时更久。"
        ),
        about(lang, Id::CertificateExpiresSoon).remedy,
    )
}

fn not_yet_valid(lang: Lang, subject: &str, not_before: Moment) -> Words {
    let (subject, day) = (name(subject), date(lang, not_before));
    Words::new(
        say!(lang, "“{subject}” is not valid before {day}", "“{subject}”要到 {day} 才生效"),
        lang.pick(
            "Until then clients refuse it. If that day has passed, the clock of this computer is wrong.",
            "在那之前客户端会拒绝它。如果那一天已经过了，就是这台计算机的时钟不准。",
        ),
        about(lang, Id::CertificateNotYetValid).remedy,
    )
}

fn lifetime(lang: Lang, subject: &str, count: i64, limit: i64, is_public: bool) -> Words {
    let (subject, lives, limit) = (name(subject), days(lang, count), days(lang, limit));
    let message = say!(
        lang,
        "“{subject}” is issued for {lives}, longer than the {limit} allowed",
        "“{subject}”的有效期为 {lives}，超过允许的 {limit}"
    );
    if is_public {
        return Words::new(
            message,
            lang.pick(
                "Browsers refuse server certificates of public CAs that live longer than the limit of their issue date.",
                "公共 CA 签发的服务器证书，有效期超过签发当时的上限，浏览器会拒绝。",
            ),
            about(lang, Id::CertificateLifetimeTooLong).remedy,
        );
    }
    Words::new(
        message,
        lang.pick(
            "The limit binds public CAs. This chain does not end at a public root, so most clients let it pass; Apple’s refuse server certificates over 825 days from private CAs too.",
            "这个上限约束公共 CA。这条证书链不以公共根证书结尾，多数客户端会放行；但苹果的系统对私有 CA 也拒绝超过 825 天的服务器证书。",
        ),
        lang.pick("Nothing to do, unless a client complains.", "除非有客户端报错，否则不必处理。"),
    )
}

fn common_name_only(lang: Lang, common_name: &str) -> Words {
    let common_name = name(common_name);
    Words::new(
        say!(
            lang,
            "“{common_name}” stands only in the common name",
            "“{common_name}”只写在通用名称里"
        ),
        lang.pick(
            "Browsers look only at the subject alternative names, and this certificate has none. They answer with a name mismatch.",
            "浏览器只看使用者可选名称，而这个证书没有。浏览器会提示名称不匹配。",
        ),
        about(lang, Id::NameCommonNameOnly).remedy,
    )
}

fn name_mismatch(lang: Lang, host: &str, held: &[String]) -> Words {
    let host = name(host);
    if held.is_empty() {
        return Words::new(
            say!(
                lang,
                "The certificate is not for “{host}”",
                "这个证书不适用于“{host}”"
            ),
            lang.pick(
                "It has no alternative names at all.",
                "它没有任何使用者可选名称。",
            ),
            about(lang, Id::NameMismatch).remedy,
        );
    }
    let held = names(lang, held);
    Words::new(
        say!(
            lang,
            "The certificate is not for “{host}”",
            "这个证书不适用于“{host}”"
        ),
        say!(
            lang,
            "It is for {held}. A wildcard covers exactly one level: *.example.com covers a.example.com, not a.b.example.com and not example.com.",
            "它适用于 {held}。通配符只覆盖一级：*.example.com 覆盖 a.example.com，不覆盖 a.b.example.com，也不覆盖 example.com。"
        ),
        about(lang, Id::NameMismatch).remedy,
    )
}

fn not_server(lang: Lang, subject: &str, usages: &[String]) -> Words {
    let usages: Vec<String> = usages
        .iter()
        .map(|oid| usage::purpose(lang, oid).into_owned())
        .collect();
    let (subject, usages) = (name(subject), names(lang, &usages));
    Words::new(
        say!(
            lang,
            "“{subject}” is not made for servers",
            "“{subject}”不是服务器用途的证书"
        ),
        say!(
            lang,
            "Its extended key usage allows only: {usages}. Clients refuse it from a server.",
            "它的增强型密钥用法只允许：{usages}。服务器出示它时，客户端会拒绝。"
        ),
        about(lang, Id::UsageNotServer).remedy,
    )
}

fn weak_key(lang: Lang, subject: &str, algorithm: &str, bits: u32) -> Words {
    let (subject, algorithm) = (name(subject), name(algorithm));
    Words::new(
        say!(
            lang,
            "The key of “{subject}” is too weak: {algorithm}, {bits} bits",
            "“{subject}”的密钥太弱：{algorithm}，{bits} 位"
        ),
        lang.pick(
            "Public CAs must use RSA with 2048 bits or more, or the curves P-256, P-384 and P-521. Clients and operating systems refuse less.",
            "公共 CA 必须使用 2048 位以上的 RSA，或 P-256、P-384、P-521 曲线。更弱的密钥会被客户端和操作系统拒绝。",
        ),
        about(lang, Id::WeakKey).remedy,
    )
}

fn weak_signature(lang: Lang, subject: &str, algorithm: &str, severity: Severity) -> Words {
    let (subject, algorithm) = (name(subject), name(algorithm));
    let message = say!(
        lang,
        "“{subject}” is signed with {algorithm}",
        "“{subject}”使用 {algorithm} 签名"
    );
    if severity == Severity::Info {
        return Words::new(
            message,
            lang.pick(
                "A trusted root is trusted by itself, so nobody checks this signature.",
                "受信任的根证书凭自身受信任，没有人检查这个签名。",
            ),
            lang.pick("Nothing to do.", "不必处理。"),
        );
    }
    Words::new(
        message,
        lang.pick(
            "Such signatures can be forged, so browsers have refused them since 2017.",
            "这种签名可以伪造，浏览器从 2017 年起就拒绝了。",
        ),
        about(lang, Id::WeakSignature).remedy,
    )
}
