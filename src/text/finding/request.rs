//! Words about certificate requests: subject, key, signature, order.

use super::{Words, about, name, names};
use crate::core::finding::{Id, RequestFact};
use crate::core::time::Moment;
use crate::text::Lang;
use crate::text::csr::{field, level};
use crate::text::number::counted;
use crate::text::time::date;

pub(super) fn words(lang: Lang, fact: &RequestFact) -> Words {
    let remedy = about(lang, fact.id()).remedy;
    let (message, why) = match fact {
        RequestFact::OrderNamesMissing { names: missing } => order_missing(lang, missing),
        RequestFact::OrderNamesExtra { names: extra } => order_extra(lang, extra),
        RequestFact::FieldMissing { .. }
        | RequestFact::CommonNameMissing { .. }
        | RequestFact::CommonNameNotInNames { .. }
        | RequestFact::NoNames { .. } => absent(lang, fact),
        RequestFact::Challenge {}
        | RequestFact::KeyReused { .. }
        | RequestFact::SignatureInvalid { .. }
        | RequestFact::SignatureNotChecked { .. }
        | RequestFact::WeakHash { .. } => signed(lang, fact),
        RequestFact::KeyKind { .. }
        | RequestFact::KeyVendor { .. }
        | RequestFact::OtherKey { .. }
        | RequestFact::WeakExponent { .. }
        | RequestFact::WeakKey { .. } => return key(lang, fact),
        _ => of_field(lang, fact),
    };
    match fact {
        RequestFact::CommonNameNotInNames { .. } | RequestFact::NoNames {} => {
            Words::new(message, why, put_among_names(lang))
        }
        RequestFact::WeakHash { .. } | RequestFact::SignatureNotChecked { .. } => {
            Words::new(message, why, sign_again(lang))
        }
        _ => Words::new(message, why, remedy),
    }
}

type Pair = (String, String);

fn pair(message: impl Into<String>, why: impl Into<String>) -> Pair {
    (message.into(), why.into())
}

fn order_missing(lang: Lang, missing: &[String]) -> Pair {
    let missing = names(lang, missing);
    pair(
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

fn order_extra(lang: Lang, extra: &[String]) -> Pair {
    let extra = names(lang, extra);
    pair(
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

/// Names and fields that are not there.
fn absent(lang: Lang, fact: &RequestFact) -> Pair {
    match fact {
        RequestFact::FieldMissing {
            fields,
            level: wanted,
        } => {
            let fields: Vec<String> = fields
                .iter()
                .map(|oid| field(lang, oid).into_owned())
                .collect();
            let (fields, wanted) = (names(lang, &fields), level(lang, *wanted));
            pair(
                say!(
                    lang,
                    "Fields of the subject are missing for {wanted}: {fields}",
                    "对于 {wanted}，使用者缺少字段：{fields}"
                ),
                lang.pick(
                    "A certificate of this level names the organisation or person and where it is; of state and locality one is enough.",
                    "这一级别的证书要写明组织或个人及其所在地；省份和城市填写其中之一即可。",
                ),
            )
        }
        RequestFact::CommonNameNotInNames {
            common_name,
            names: all,
        } => {
            let (common_name, all) = (name(common_name), names(lang, all));
            pair(
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
            )
        }
        RequestFact::NoNames {} => pair(
            lang.pick("The CSR asks for no name at all", "CSR 里没有任何域名"),
            lang.pick(
                "A certificate without a name is of no use to a server.",
                "没有域名的证书对服务器没有用处。",
            ),
        ),
        _ => pair(
            lang.pick("There is no common name", "没有通用名称"),
            lang.pick(
                "CAs that follow the standards do without it; consoles of some resellers refuse a CSR without one.",
                "遵循标准的 CA 不需要它；有些代理商的控制台会拒绝没有通用名称的 CSR。",
            ),
        ),
    }
}

/// Signature, challenge and an earlier use of the key.
fn signed(lang: Lang, fact: &RequestFact) -> Pair {
    match fact {
        RequestFact::KeyReused { at, names, earlier } => reused(lang, *at, names, *earlier),
        RequestFact::SignatureInvalid { algorithm } => {
            let algorithm = name(algorithm);
            pair(
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
        RequestFact::SignatureNotChecked { algorithm } => {
            let algorithm = name(algorithm);
            pair(
                say!(
                    lang,
                    "The signature of the CSR cannot be checked here: {algorithm}",
                    "这里无法检查 CSR 的签名：{algorithm}"
                ),
                lang.pick(
                    "The algorithm is an unusual one, and CAs may not take it.",
                    "这种算法不常见，CA 可能不接受。",
                ),
            )
        }
        RequestFact::WeakHash { algorithm } => {
            let algorithm = name(algorithm);
            pair(
                say!(
                    lang,
                    "The CSR is signed with {algorithm}",
                    "CSR 使用 {algorithm} 签名"
                ),
                lang.pick(
                    "Such signatures can be forged, and many CAs refuse them.",
                    "这种签名可以伪造，许多 CA 会拒绝。",
                ),
            )
        }
        _ => pair(
            lang.pick("The CSR carries a challenge password", "CSR 里带有质询密码"),
            lang.pick(
                "Everybody who gets the CSR can read it. Few CAs ask for it.",
                "拿到 CSR 的人都能读到它。很少有 CA 需要它。",
            ),
        ),
    }
}

fn reused(lang: Lang, at: Moment, held: &[String], earlier: usize) -> Pair {
    let (day, held) = (date(lang, at), names(lang, held));
    let times = counted(
        lang,
        earlier,
        ("earlier CSR", "earlier CSRs"),
        "个更早的 CSR",
    );
    pair(
        say!(
            lang,
            "The key was used before, on {day}: {held}",
            "这个密钥在 {day} 使用过：{held}"
        ),
        say!(
            lang,
            "The ledger knows {times} of this key. Some CAs refuse a key that was in an earlier order, and a key that leaks then opens every certificate made with it.",
            "台账里有这个密钥的{times}。有些 CA 会拒绝在以前订单里用过的密钥；密钥一旦泄露，用它的所有证书都会失去保护。"
        ),
    )
}

fn put_among_names(lang: Lang) -> &'static str {
    lang.pick(
        "Put the common name among the names, or take one of the names as common name.",
        "把通用名称加入域名列表，或用其中一个域名作通用名称。",
    )
}

fn sign_again(lang: Lang) -> &'static str {
    lang.pick(
        "Make the CSR again; SHA-256 is usual.",
        "重新生成 CSR；通常使用 SHA-256。",
    )
}

fn key(lang: Lang, fact: &RequestFact) -> Words {
    let new_key = lang.pick(
        "Make a new key, RSA 2048 or P-256, and a new CSR with it.",
        "生成新密钥（RSA 2048 或 P-256），再用它生成新的 CSR。",
    );
    let (message, why, remedy) = match fact {
        RequestFact::OtherKey {
            beside,
            expected,
            found,
        } => {
            let (beside, expected, found) = (name(beside), name(expected), name(found));
            (
                say!(
                    lang,
                    "The CSR has another key than “{beside}”",
                    "CSR 的密钥与“{beside}”不同"
                ),
                say!(
                    lang,
                    "The CSR’s key: {found}; the other one: {expected}. A certificate for this CSR does not work with it.",
                    "CSR 的密钥：{found}；另一个：{expected}。按这个 CSR 签发的证书不能与它配合使用。"
                ),
                about(lang, Id::KeyMismatch).remedy,
            )
        }
        RequestFact::WeakKey { key, .. } => {
            let key = name(key);
            (
                say!(lang, "The key is too weak: {key}", "密钥太弱：{key}"),
                lang.pick(
                    "Public CAs take RSA of 2,048 bits or more, or the curves P-256, P-384 and P-521.",
                    "公共 CA 要求 2048 位以上的 RSA，或 P-256、P-384、P-521 曲线。",
                )
                .to_owned(),
                new_key,
            )
        }
        RequestFact::WeakExponent { exponent } => {
            let exponent = name(exponent);
            (
                say!(
                    lang,
                    "The exponent of the RSA key is weak: {exponent}",
                    "RSA 密钥的指数偏弱：{exponent}"
                ),
                lang.pick(
                    "Public CAs want an odd one, 65537 or greater.",
                    "公共 CA 要求奇数，且不小于 65537。",
                )
                .to_owned(),
                new_key,
            )
        }
        RequestFact::KeyVendor { key } => {
            let key = name(key);
            (
                say!(
                    lang,
                    "Some consoles take a CSR with RSA 2048 only; this one has {key}",
                    "有些控制台只接受 RSA 2048 的 CSR；这个是 {key}"
                ),
                lang.pick(
                    "One reseller’s rule of 2024, as an example. CAs themselves take it.",
                    "以一家代理商 2024 年的规定为例。CA 本身接受这种密钥。",
                )
                .to_owned(),
                about(lang, Id::CsrKeyNotTakenEverywhere).remedy,
            )
        }
        fact => {
            let key = match fact {
                RequestFact::KeyKind { key } => name(key),
                _ => name(""),
            };
            (
                say!(
                    lang,
                    "Public CAs do not issue for a key of this kind: {key}",
                    "公共 CA 不为这种密钥签发证书：{key}"
                ),
                lang.pick(
                    "They take RSA, P-256, P-384 and P-521. SM2 is for CAs of China’s own scheme, Ed25519 for CAs of one’s own.",
                    "它们接受 RSA、P-256、P-384 和 P-521。SM2 用于国密 CA，Ed25519 用于自建 CA。",
                )
                .to_owned(),
                new_key,
            )
        }
    };
    Words::new(message, why, remedy)
}

/// Faults of one field of the subject.
fn of_field(lang: Lang, fact: &RequestFact) -> Pair {
    match fact {
        RequestFact::CountryUnknown { value } => {
            let value = name(value);
            pair(
                say!(
                    lang,
                    "“{value}” is no country or region of ISO 3166-1",
                    "“{value}”不是 ISO 3166-1 的国家/地区代码"
                ),
                lang.pick(
                    "The field holds two capital letters, such as CN, US or GB (not UK).",
                    "该字段是两个大写字母，例如 CN、US、GB（不是 UK）。",
                ),
            )
        }
        RequestFact::EmailMalformed { value } => {
            let value = name(value);
            pair(
                say!(
                    lang,
                    "“{value}” is no e-mail address",
                    "“{value}”不是电子邮件地址"
                ),
                lang.pick(
                    "CAs drop the field or refuse the CSR.",
                    "CA 会忽略该字段或拒绝 CSR。",
                ),
            )
        }
        RequestFact::FieldEmpty { field: oid } => {
            let label = field(lang, oid);
            pair(
                say!(lang, "A field is empty: {label}", "字段为空：{label}"),
                lang.pick(
                    "A field that is there must have a value.",
                    "写了的字段必须有值。",
                ),
            )
        }
        RequestFact::FieldTooLong {
            field: oid,
            characters,
            most,
        } => {
            let label = field(lang, oid);
            pair(
                say!(
                    lang,
                    "A field has {characters} characters, and {most} are allowed: {label}",
                    "字段有 {characters} 个字符，最多允许 {most} 个：{label}"
                ),
                lang.pick(
                    "The standards bound it, and CAs refuse longer values.",
                    "标准限制了长度，CA 会拒绝更长的值。",
                ),
            )
        }
        fact => of_value(lang, fact),
    }
}

/// Faults of a value that is told with its field.
fn of_value(lang: Lang, fact: &RequestFact) -> Pair {
    match fact {
        RequestFact::FieldHidden { field: oid, value } => {
            let (label, value) = (field(lang, oid), name(value));
            pair(
                say!(
                    lang,
                    "A field holds characters that nobody sees: {label}, “{value}”",
                    "字段含有看不见的字符：{label}，“{value}”"
                ),
                lang.pick(
                    "They often come along with copied text. CAs refuse them.",
                    "它们常常随复制的文字一起带入。CA 会拒绝。",
                ),
            )
        }
        RequestFact::FieldPlaceholder { field: oid, value } => {
            let (label, value) = (field(lang, oid), name(value));
            pair(
                say!(
                    lang,
                    "A field holds a placeholder: {label}, “{value}”",
                    "字段里是占位内容：{label}，“{value}”"
                ),
                lang.pick(
                    "openssl and keytool leave such values behind. CAs refuse values that only say that there is none.",
                    "openssl 和 keytool 会留下这样的值。CA 会拒绝只表示“没有”的值。",
                ),
            )
        }
        RequestFact::FieldSpaces { field: oid, value } => {
            let (label, value) = (field(lang, oid), name(value));
            pair(
                say!(
                    lang,
                    "A value begins or ends with a space: {label}, “{value}”",
                    "值的开头或结尾有空格：{label}，“{value}”"
                ),
                lang.pick(
                    "Most CAs take it out; some compare letter by letter and refuse it.",
                    "大多数 CA 会去掉空格；有些会逐字比较并拒绝。",
                ),
            )
        }
        RequestFact::UnitPresent { value } => {
            let value = name(value);
            pair(
                say!(
                    lang,
                    "There is an organisational unit: “{value}”",
                    "含有组织单位：“{value}”"
                ),
                lang.pick(
                    "Public CAs have left it out of certificates since 1 September 2022.",
                    "从 2022 年 9 月 1 日起，公共 CA 不再把它写入证书。",
                ),
            )
        }
        fact => {
            let (label, wanted) = match fact {
                RequestFact::FieldNotIssued {
                    field: oid,
                    level: wanted,
                } => (field(lang, oid), level(lang, *wanted)),
                _ => ("".into(), ""),
            };
            pair(
                say!(
                    lang,
                    "Certificates of {wanted} do not carry this field: {label}",
                    "{wanted} 证书不含该字段：{label}"
                ),
                lang.pick(
                    "The CA leaves it out; it does no harm.",
                    "CA 会忽略它；没有坏处。",
                ),
            )
        }
    }
}
