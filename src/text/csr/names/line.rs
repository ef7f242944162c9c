//! The second line of a name in the list: the worst that is said of it in a few words, else what it is.

use crate::core::csr::names::{NameAdvice, NameKind};
use crate::core::env::AddressRange;
use crate::core::finding::{Fact, NameFact, NameFault, Severity, VendorRule, WildcardFault};
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::shortened;

/// Names that a wildcard's line gives as what it covers.
const EXAMPLES: usize = 2;

/// The second line of a name: the worst that is said of it in a few words, else what it is. Empty where
/// there is nothing to say.
pub fn line(lang: Lang, name: &NameAdvice) -> String {
    let facts = name.findings.iter().map(|finding| &finding.fact);
    let told = facts.filter_map(|fact| match fact {
        Fact::Name(fact) => Some(brief(lang, fact)),
        _ => None,
    });
    let is_good = name.severity().is_none_or(|worst| worst == Severity::Info);
    match told.into_iter().next() {
        // What a wildcard covers says more than a note.
        Some(told) if !(is_good && name.name.kind == NameKind::Wildcard && covers_only(name)) => {
            told
        }
        _ => plain_line(lang, name),
    }
}

/// Whether nothing is said of the name but vendors' notes.
fn covers_only(name: &NameAdvice) -> bool {
    let is_note = |fact: &Fact| matches!(fact, Fact::Name(NameFact::FilterWord { .. }));
    name.findings.iter().all(|finding| is_note(&finding.fact))
}

fn plain_line(lang: Lang, name: &NameAdvice) -> String {
    match name.name.kind {
        NameKind::Wildcard => covers(lang, name),
        _ if name.name.ascii != name.name.shown => short(&name.name.ascii).into_owned(),
        _ => String::new(),
    }
}

/// `Wildcard, covers one level: shop.example.com, www.example.com`; `www` stands for the names to come.
fn covers(lang: Lang, name: &NameAdvice) -> String {
    let domain = name.name.ascii.strip_prefix("*.").unwrap_or_default();
    let www = format!("www.{domain}");
    let mut examples: Vec<&str> = name.covers.iter().map(AsRef::as_ref).collect();
    if examples.len() < EXAMPLES && !examples.contains(&www.as_str()) {
        examples.push(&www);
    }
    let examples: Vec<_> = examples.into_iter().map(short).collect();
    let shown = shortened(lang, &examples, EXAMPLES);
    say!(
        lang,
        "Wildcard, covers one level: {shown}",
        "通配符，覆盖一级：{shown}"
    )
}

/// A fact in a few words, without the name it stands below.
fn brief(lang: Lang, fact: &NameFact) -> String {
    let fixed = match fact {
        NameFact::Covered { by, .. } => {
            let by = short(by);
            return say!(lang, "Already covered by {by}", "已被 {by} 覆盖");
        }
        NameFact::FilterWord { word, is_whole, .. } => return filter_word(lang, word, *is_whole),
        NameFact::Internal { ending, .. } => return internal(lang, ending),
        NameFact::Long { characters, .. } => {
            return say!(
                lang,
                "{characters} characters, too long for the common name (64)",
                "{characters} 个字符，超过通用名称的 64 个"
            );
        }
        NameFact::PublicSuffix { suffix, .. } => {
            let suffix = short(suffix);
            return say!(
                lang,
                "{suffix} is a public suffix, owned by many",
                "{suffix} 是公共后缀，由许多人共用"
            );
        }
        NameFact::TopLevelUnknown { ending, .. } => {
            let ending = short(ending);
            return say!(
                lang,
                "No known top-level domain: .{ending}",
                "未知的顶级域：.{ending}"
            );
        }
        NameFact::TwoLevels { wildcard, .. } => return too_deep(lang, fact, wildcard),
        NameFact::AddressPrivate { range, .. } => address(lang, *range),
        NameFact::Malformed { cause, .. } => return malformed(lang, *cause),
        NameFact::WildcardMisplaced { cause, .. } => wildcard_fault(lang, *cause),
        NameFact::AddressFewCas { .. } => lang.pick(
            "Public address, not every CA issues for it",
            "公共地址，不是每个 CA 都颁发",
        ),
        NameFact::Duplicate { .. } => lang.pick("In the list before", "列表前面已有"),
        NameFact::Onion { .. } => lang.pick(
            "Onion service, few CAs issue for it",
            "洋葱服务，只有少数 CA 颁发",
        ),
        NameFact::VendorRule { rule, .. } => match rule {
            VendorRule::Fails => lang.pick(
                "Fails at one vendor (2024): names below .pw",
                "某一家服务商（2024 年）：.pw 下的域名会失败",
            ),
            VendorRule::NotBound => lang.pick(
                "Not taken by one vendor (2024): names below .ru",
                "某一家服务商（2024 年）：不接受 .ru 下的域名",
            ),
        },
        NameFact::AddressesNotByDns { .. }
        | NameFact::DnsOnly { .. }
        | NameFact::ListLimit { .. } => "",
    };
    fixed.to_owned()
}

fn filter_word(lang: Lang, word: &str, is_whole: bool) -> String {
    match is_whole {
        true => say!(
            lang,
            "“{word}” may be held back by a filter (one vendor’s example)",
            "“{word}”可能被过滤器拦下（某一家服务商的示例）"
        ),
        false => say!(
            lang,
            "Contains “{word}”, seldom a problem (one vendor’s example)",
            "含有“{word}”，很少有影响（某一家服务商的示例）"
        ),
    }
}

fn internal(lang: Lang, ending: &str) -> String {
    if ending.is_empty() {
        return lang
            .pick(
                "A single label, no public CA may issue for it",
                "只有一级，公共 CA 不能为它颁发证书",
            )
            .to_owned();
    }
    let ending = short(ending);
    say!(
        lang,
        "Internal name (.{ending}), no public CA may issue for it",
        "内部名称（.{ending}），公共 CA 不能为它颁发证书"
    )
}

fn too_deep(lang: Lang, fact: &NameFact, wildcard: &str) -> String {
    let labels = |name: &str| name.split('.').count();
    let depth = match fact {
        NameFact::TwoLevels { name, .. } => labels(name).saturating_sub(labels(wildcard)) + 1,
        _ => 2,
    };
    let wildcard = short(wildcard);
    match depth {
        2 => say!(
            lang,
            "Two levels deep, so {wildcard} does not cover it",
            "深两级，{wildcard} 不覆盖它"
        ),
        depth => say!(
            lang,
            "{depth} levels deep, so {wildcard} does not cover it",
            "深 {depth} 级，{wildcard} 不覆盖它"
        ),
    }
}

fn address(lang: Lang, range: AddressRange) -> &'static str {
    match range {
        AddressRange::Private | AddressRange::Metadata | AddressRange::Public => lang.pick(
            "Private address, no public CA may issue for it",
            "私有地址，公共 CA 不能为它颁发证书",
        ),
        AddressRange::Loopback => lang.pick(
            "This computer itself, no public CA may issue for it",
            "本机地址，公共 CA 不能为它颁发证书",
        ),
        AddressRange::LinkLocal => lang.pick(
            "One network segment only, no public CA may issue for it",
            "仅限本网段，公共 CA 不能为它颁发证书",
        ),
        AddressRange::Multicast => lang.pick(
            "An address of many computers, no CA issues for it",
            "多播地址，CA 不会为它颁发证书",
        ),
        AddressRange::Reserved => lang.pick(
            "Reserved address, no public CA may issue for it",
            "保留地址，公共 CA 不能为它颁发证书",
        ),
        AddressRange::Unspecified => lang.pick("No address of a server", "不是任何服务器的地址"),
    }
}

fn malformed(lang: Lang, cause: NameFault) -> String {
    let fixed = match cause {
        NameFault::Character(char) => {
            let text = char.to_string();
            let char = short(&text);
            return say!(
                lang,
                "Has “{char}”; only letters, digits and hyphens can stand here",
                "含有“{char}”，只能使用字母、数字和连字符"
            );
        }
        NameFault::ALabel => lang.pick(
            "A label with xn-- that stands for nothing",
            "有一级 xn-- 写法没有对应的文字",
        ),
        NameFault::AddressRange => lang.pick(
            "A whole network; name single addresses",
            "这是整个网段，需要写单个地址",
        ),
        NameFault::EmptyLabel => lang.pick(
            "Two dots in a row, or one in front",
            "有连续的点，或以点开头",
        ),
        NameFault::HyphenAtEnd => lang.pick(
            "A label begins or ends with a hyphen",
            "有一级以连字符开头或结尾",
        ),
        NameFault::HyphensReserved => lang.pick(
            "Hyphens as third and fourth character are reserved",
            "第三、四个字符的连字符写法是保留的",
        ),
        NameFault::International => lang.pick(
            "Characters that international names may not have",
            "含有国际化域名不允许的字符",
        ),
        NameFault::LabelTooLong => lang.pick(
            "A label has more than 63 characters",
            "有一级超过 63 个字符",
        ),
        NameFault::NameTooLong => lang.pick("More than 253 characters", "超过 253 个字符"),
        NameFault::NumericEnding => lang.pick(
            "Ends in a number and is no IP address",
            "以数字结尾，又不是 IP 地址",
        ),
        NameFault::TooManyLabels => lang.pick("More than 127 labels", "超过 127 级"),
        NameFault::Underscore => lang.pick("Public CAs refuse underscores", "公共 CA 拒绝下划线"),
    };
    fixed.to_owned()
}

fn wildcard_fault(lang: Lang, cause: WildcardFault) -> &'static str {
    match cause {
        WildcardFault::Address => lang.pick("No wildcards for IP addresses", "IP 地址没有通配符"),
        WildcardFault::Alone => lang.pick("A * needs a domain behind it", "* 后面需要有域名"),
        WildcardFault::NotLeftmost => {
            lang.pick("The * may only stand at the very left", "* 只能放在最左边")
        }
        WildcardFault::PartOfLabel => lang.pick(
            "The * has to be the whole left-most label",
            "* 必须单独占据最左边的一级",
        ),
        WildcardFault::Several => lang.pick("Only one * is possible", "只能有一个 *"),
    }
}
