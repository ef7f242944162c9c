//! Words about single fields of a subject.

use super::super::{Words, name, names};
use super::catalogued;
use crate::core::finding::Id;
use crate::core::x509::ValidationLevel;
use crate::text::Lang;
use crate::text::csr::{field as label, level as level_name};

pub(super) fn country(lang: Lang, value: &str) -> Words {
    let value = name(value);
    catalogued(
        lang,
        Id::SubjectCountryUnknown,
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

pub(super) fn email(lang: Lang, value: &str) -> Words {
    let value = name(value);
    catalogued(
        lang,
        Id::SubjectEmailMalformed,
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

pub(super) fn empty(lang: Lang, field: &str) -> Words {
    let field = label(lang, field);
    catalogued(
        lang,
        Id::SubjectValueEmpty,
        say!(lang, "A field is empty: {field}", "字段为空：{field}"),
        lang.pick(
            "A field that is there must have a value.",
            "写了的字段必须有值。",
        ),
    )
}

pub(super) fn too_long(lang: Lang, field: &str, characters: usize, most: usize) -> Words {
    let field = label(lang, field);
    catalogued(
        lang,
        Id::SubjectValueTooLong,
        say!(
            lang,
            "A field has {characters} characters, and {most} are allowed: {field}",
            "字段有 {characters} 个字符，最多允许 {most} 个：{field}"
        ),
        lang.pick(
            "The standards bound it, and CAs refuse longer values.",
            "标准限制了长度，CA 会拒绝更长的值。",
        ),
    )
}

pub(super) fn hidden(lang: Lang, field: &str, value: &str) -> Words {
    let (field, value) = (label(lang, field), name(value));
    catalogued(
        lang,
        Id::SubjectHiddenCharacters,
        say!(
            lang,
            "A field holds characters that nobody sees: {field}, “{value}”",
            "字段含有看不见的字符：{field}，“{value}”"
        ),
        lang.pick(
            "They often come along with copied text. CAs refuse them.",
            "它们常常随复制的文字一起带入。CA 会拒绝。",
        ),
    )
}

pub(super) fn placeholder(lang: Lang, field: &str, value: &str) -> Words {
    let (field, value) = (label(lang, field), name(value));
    catalogued(
        lang,
        Id::SubjectPlaceholder,
        say!(
            lang,
            "A field holds a placeholder: {field}, “{value}”",
            "字段里是占位内容：{field}，“{value}”"
        ),
        lang.pick(
            "openssl and keytool leave such values behind. CAs refuse values that only say that there is none.",
            "openssl 和 keytool 会留下这样的值。CA 会拒绝只表示“没有”的值。",
        ),
    )
}

pub(super) fn spaces(lang: Lang, field: &str, value: &str) -> Words {
    let (field, value) = (label(lang, field), name(value));
    catalogued(
        lang,
        Id::SubjectSpacesAround,
        say!(
            lang,
            "A value begins or ends with a space: {field}, “{value}”",
            "值的开头或结尾有空格：{field}，“{value}”"
        ),
        lang.pick(
            "Most CAs take it out; some compare letter by letter and refuse it.",
            "大多数 CA 会去掉空格；有些会逐字比较并拒绝。",
        ),
    )
}

pub(super) fn unit(lang: Lang, value: &str) -> Words {
    let value = name(value);
    catalogued(
        lang,
        Id::SubjectUnitPresent,
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

pub(super) fn not_issued(lang: Lang, field: &str, level: ValidationLevel) -> Words {
    let (field, level) = (label(lang, field), level_name(lang, level));
    catalogued(
        lang,
        Id::SubjectFieldNotIssued,
        say!(
            lang,
            "Certificates of {level} do not carry this field: {field}",
            "{level}证书不含该字段：{field}"
        ),
        lang.pick(
            "The CA leaves it out; it does no harm.",
            "CA 会忽略它；没有坏处。",
        ),
    )
}

pub(super) fn missing(lang: Lang, fields: &[String], level: ValidationLevel) -> Words {
    let fields: Vec<String> = fields
        .iter()
        .map(|oid| label(lang, oid).into_owned())
        .collect();
    let (fields, level) = (names(lang, &fields), level_name(lang, level));
    catalogued(
        lang,
        Id::SubjectFieldMissing,
        say!(
            lang,
            "Fields of the subject are missing for {level}: {fields}",
            "对于 {level}，使用者缺少字段：{fields}"
        ),
        lang.pick(
            "A certificate of this level names the organisation or person and where it is; of state and locality one is enough.",
            "这一级别的证书要写明组织或个人及其所在地；省份和城市填写其中之一即可。",
        ),
    )
}
