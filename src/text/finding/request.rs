//! Words about certificate requests: names against an order, signature, an earlier use of the key.

mod field;
mod key;

use super::{Words, about, name, names};
use crate::core::finding::{Id, RequestFact as Fact};
use crate::core::time::Moment;
use crate::text::Lang;
use crate::text::number::counted;
use crate::text::time::date;

pub(super) fn words(lang: Lang, fact: &Fact) -> Words {
    let id = fact.id();
    match fact {
        Fact::Challenge {} => challenge(lang),
        Fact::CommonNameMissing {} => common_name_missing(lang),
        Fact::CommonNameNotInNames { common_name, names } => {
            common_name_not_in_names(lang, common_name, names)
        }
        Fact::CountryUnknown { value } => field::country(lang, value),
        Fact::EmailMalformed { value } => field::email(lang, value),
        Fact::FieldEmpty { field } => field::empty(lang, field),
        Fact::FieldHidden { field, value } => field::hidden(lang, field, value),
        Fact::FieldMissing { fields, level } => field::missing(lang, fields, *level),
        Fact::FieldNotIssued { field, level } => field::not_issued(lang, field, *level),
        Fact::FieldPlaceholder { field, value } => field::placeholder(lang, field, value),
        Fact::FieldSpaces { field, value } => field::spaces(lang, field, value),
        Fact::FieldTooLong {
            field,
            characters,
            most,
        } => field::too_long(lang, field, *characters, *most),
        Fact::KeyKind { key } => key::kind(lang, key),
        Fact::KeyReused { at, names, earlier } => reused(lang, *at, names, *earlier),
        Fact::KeyVendor { key } => key::vendor(lang, key, id),
        Fact::NoNames {} => no_names(lang),
        Fact::OrderNamesMissing { names } => order_missing(lang, names),
        Fact::OrderNamesExtra { names } => order_extra(lang, names),
        Fact::OtherKey {
            beside,
            expected,
            found,
        } => key::other(lang, beside, [expected, found], id),
        Fact::SignatureInvalid { algorithm } => signature_invalid(lang, algorithm),
        Fact::SignatureNotChecked { algorithm } => signature_not_checked(lang, algorithm),
        Fact::UnitPresent { value } => field::unit(lang, value),
        Fact::WeakExponent { exponent } => key::exponent(lang, exponent),
        Fact::WeakHash { algorithm } => weak_hash(lang, algorithm),
        Fact::WeakKey { key, .. } => key::weak(lang, key),
    }
}

/// What happened and why it matters; what to do is in the catalogue.
fn catalogued(lang: Lang, id: Id, message: String, why: &str) -> Words {
    Words::new(message, why, about(lang, id).remedy)
}

fn order_missing(lang: Lang, missing: &[String]) -> Words {
    let missing = names(lang, missing);
    catalogued(
        lang,
        Id::OrderNamesMissing,
        say!(
            lang,
            "The CSR lacks names of the order: {missing}",
            "CSR 缺少订单里的域名：{missing}"
        ),
        lang.pick(
            "Some CAs issue for the names of the CSR alone, and then the certificate does not cover these.",
            "有些 CA 只按 CSR 里的域名签发，这样证书就不包含它们。",
        ),
    )
}

fn order_extra(lang: Lang, extra: &[String]) -> Words {
    let extra = names(lang, extra);
    catalogued(
        lang,
        Id::OrderNamesExtra,
        say!(
            lang,
            "The CSR has names that the order lacks: {extra}",
            "CSR 含有订单里没有的域名：{extra}"
        ),
        lang.pick(
            "Some CAs refuse such a CSR, others leave the names out or bill them.",
            "有些 CA 会拒绝这样的 CSR，有些会忽略这些域名或另行收费。",
        ),
    )
}

fn common_name_not_in_names(lang: Lang, common_name: &str, all: &[String]) -> Words {
    let (common_name, all) = (name(common_name), names(lang, all));
    Words::new(
        say!(
            lang,
            "The common name “{common_name}” is none of the names",
            "通用名称“{common_name}”不在域名列表里"
        ),
        say!(
            lang,
            "Public CAs require it to be one of the names, and refuse the order otherwise. The names are: {all}.",
            "公共 CA 要求通用名称是其中一个域名，否则会拒绝订单。域名有：{all}。"
        ),
        put_among_names(lang),
    )
}

fn no_names(lang: Lang) -> Words {
    Words::new(
        lang.pick("The CSR asks for no name at all", "CSR 里没有任何域名"),
        lang.pick(
            "A certificate without a name is of no use to a server.",
            "没有域名的证书对服务器没有用处。",
        ),
        lang.pick(
            "Make the CSR again with the names of the server.",
            "按服务器的域名重新生成 CSR。",
        ),
    )
}

fn put_among_names(lang: Lang) -> &'static str {
    lang.pick(
        "Put the common name among the names, or take one of the names as common name.",
        "把通用名称加入域名列表，或用其中一个域名作通用名称。",
    )
}

fn common_name_missing(lang: Lang) -> Words {
    catalogued(
        lang,
        Id::SubjectCommonNameMissing,
        lang.pick("There is no common name", "没有通用名称").to_owned(),
        lang.pick(
            "CAs that follow the standards do without it; consoles of some resellers refuse a CSR without one.",
            "遵循标准的 CA 不需要它；有些代理商的控制台会拒绝没有通用名称的 CSR。",
        ),
    )
}

fn challenge(lang: Lang) -> Words {
    catalogued(
        lang,
        Id::CsrChallengeInClear,
        lang.pick("The CSR carries a challenge password", "CSR 里带有质询密码")
            .to_owned(),
        lang.pick(
            "Everybody who gets the CSR can read it. Few CAs ask for it.",
            "拿到 CSR 的人都能读到它。很少有 CA 需要它。",
        ),
    )
}

fn reused(lang: Lang, at: Moment, held: &[String], earlier: usize) -> Words {
    let (day, held) = (date(lang, at), names(lang, held));
    let times = counted(
        lang,
        earlier,
        ("earlier CSR", "earlier CSRs"),
        "个更早的 CSR",
    );
    let why = say!(
        lang,
        "The ledger knows {times} of this key. Some CAs refuse a key that was in an earlier order, and a key that leaks then opens every certificate made with it.",
        "台账里有这个密钥的 {times}。有些 CA 会拒绝在以前订单里用过的密钥；密钥一旦泄露，用它的所有证书都会失去保护。"
    );
    catalogued(
        lang,
        Id::KeyReused,
        say!(
            lang,
            "The key was used before, on {day}: {held}",
            "这个密钥在 {day} 使用过：{held}"
        ),
        &why,
    )
}

fn signature_invalid(lang: Lang, algorithm: &str) -> Words {
    let algorithm = name(algorithm);
    catalogued(
        lang,
        Id::CsrSignatureInvalid,
        say!(
            lang,
            "The signature of the CSR does not verify ({algorithm})",
            "CSR 的签名验证不通过（{algorithm}）"
        ),
        lang.pick(
            "It was changed after it was signed, or it was signed with another key. Every CA refuses it.",
            "它在签名之后被改动过，或者是用另一个密钥签的名。所有 CA 都会拒绝。",
        ),
    )
}

fn signature_not_checked(lang: Lang, algorithm: &str) -> Words {
    let algorithm = name(algorithm);
    Words::new(
        say!(
            lang,
            "The signature of the CSR cannot be checked here: {algorithm}",
            "这里无法检查 CSR 的签名：{algorithm}"
        ),
        lang.pick(
            "The algorithm is an unusual one, and CAs may not take it.",
            "这种算法不常见，CA 可能不接受。",
        ),
        sign_again(lang),
    )
}

fn weak_hash(lang: Lang, algorithm: &str) -> Words {
    let algorithm = name(algorithm);
    Words::new(
        say!(
            lang,
            "The CSR is signed with {algorithm}",
            "CSR 使用 {algorithm} 签名"
        ),
        lang.pick(
            "Such signatures can be forged, and many CAs refuse them.",
            "这种签名可以伪造，许多 CA 会拒绝。",
        ),
        sign_again(lang),
    )
}

fn sign_again(lang: Lang) -> &'static str {
    lang.pick(
        "Make the CSR again; SHA-256 is usual.",
        "重新生成 CSR；通常使用 SHA-256。",
    )
}
