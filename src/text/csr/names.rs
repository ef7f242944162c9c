//! Words of the advice on names: one line for each name, what was tidied, the kind of certificate, names
//! worth adding and names that come along.

use crate::core::csr::names::{
    Addition, Advice, Brand, CertificateKind, Cleaned, Cleaning, NameAdvice, NameKind, Suggestion,
    shown,
};
use crate::core::env::AddressRange;
use crate::core::finding::{Fact, NameFact, NameFault, Severity, VendorRule, WildcardFault};
use crate::text::Lang;
use crate::text::finding::severity;
use crate::text::foreign::short;
use crate::text::number::{counted, enumerated, shortened};
use crate::text::prose::{after_han, sentences};

/// Names that a wildcard's line gives as what it covers.
const EXAMPLES: usize = 2;
/// Names told one by one in a sentence.
const TOLD: usize = 3;

phrases! {
    international: "international name", "国际化域名";
    leave_out: "Leave out", "去掉";
    keep_as_name: "Keep as name", "作为单独域名保留";
    remove: "Remove", "移除";
    wildcard: "wildcard", "通配符";
    ip_address: "IP address", "IP 地址";
    ok: "ok", "正常";
    no_names: "No names yet", "还没有域名";
}

/// How many names were read: `5 names read`.
pub fn read(lang: Lang, advice: &Advice) -> String {
    let names = counted(lang, advice.names.len(), ("name", "names"), "个域名");
    say!(lang, "{names} read", "读取了 {names}")
}

/// The word for how a name fares.
pub fn verdict(lang: Lang, name: &NameAdvice) -> &'static str {
    match name.severity() {
        Some(worst) => severity(lang, worst),
        None => ok(lang),
    }
}

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

/// What was tidied: `1 URL shortened to its host name`.
pub fn cleaned(lang: Lang, cleaned: &Cleaned) -> String {
    let count = |en, zh| counted(lang, cleaned.count, en, zh);
    let is_one = cleaned.count == 1;
    match cleaned.what {
        Cleaning::Url => {
            let urls = count(("URL", "URLs"), "个 URL");
            let their = if is_one {
                "its host name"
            } else {
                "their host names"
            };
            say!(lang, "{urls} shortened to {their}", "{urls} 已缩短为主机名")
        }
        Cleaning::Email => {
            let mails = count(("e-mail address", "e-mail addresses"), "个邮箱地址");
            let their = if is_one {
                "its domain"
            } else {
                "their domains"
            };
            say!(lang, "{mails} shortened to {their}", "{mails}已缩短为域名")
        }
        Cleaning::Port => {
            let ports = count(("port", "ports"), "个端口");
            say!(lang, "{ports} left out", "已去掉 {ports}")
        }
        Cleaning::FinalDot => {
            let dots = count(("final dot", "final dots"), "个末尾的点");
            say!(lang, "{dots} left out", "已去掉 {dots}")
        }
        Cleaning::Punctuation => {
            let names = count(("name", "names"), "个域名");
            say!(
                lang,
                "Labels, quotes and list marks taken from {names}",
                "已去掉 {names}的标签、引号和列表符号"
            )
        }
        Cleaning::FullWidth => {
            let names = count(("name", "names"), "个域名");
            say!(
                lang,
                "Full-width characters made narrow in {names}",
                "已把 {names}的全角字符改为半角"
            )
        }
        Cleaning::Invisible => {
            let names = count(("name", "names"), "个域名");
            say!(
                lang,
                "Invisible characters taken from {names}",
                "已去掉 {names}的不可见字符"
            )
        }
    }
}

/// The kind of certificate that a list needs, and why; `None` while no name is usable.
pub fn kind(lang: Lang, advice: &Advice) -> Option<(String, String)> {
    let kind = advice.kind?;
    let held = format!("{}{}", holding(lang, advice), lang.pick(".", "。"));
    let more = match kind {
        CertificateKind::Single => lang
            .pick("Its subdomains are not covered.", "不覆盖它的子域名。")
            .to_owned(),
        CertificateKind::MultiDomain => String::new(),
        CertificateKind::Wildcard => apex(lang, advice),
        CertificateKind::MultiWildcard => left_out(lang, advice),
    };
    Some((
        kind_title(lang, kind).to_owned(),
        sentences(lang, &[held, more]),
    ))
}

fn kind_title(lang: Lang, kind: CertificateKind) -> &'static str {
    match kind {
        CertificateKind::Single => {
            lang.pick("You need a single-name certificate", "需要单域名证书")
        }
        CertificateKind::MultiDomain => {
            lang.pick("You need a multi-domain certificate", "需要多域名证书")
        }
        CertificateKind::Wildcard => lang.pick("You need a wildcard", "需要通配符证书"),
        CertificateKind::MultiWildcard => {
            lang.pick("You need a multi-domain wildcard", "需要多域名通配符证书")
        }
    }
}

/// `1 wildcard and 2 plain names`.
fn holding(lang: Lang, advice: &Advice) -> String {
    let of = |is_kind: fn(NameKind) -> bool| {
        let kinds = advice.needed().map(|one| one.name.kind);
        kinds.filter(|kind| is_kind(*kind)).count()
    };
    let parts = [
        (
            of(|kind| kind == NameKind::Wildcard),
            ("wildcard", "wildcards"),
            "个通配符",
        ),
        (
            of(|kind| kind == NameKind::Plain),
            ("plain name", "plain names"),
            "个普通域名",
        ),
        (
            of(|kind| matches!(kind, NameKind::Ip(_))),
            ("IP address", "IP addresses"),
            "个 IP 地址",
        ),
    ];
    let counts = parts.into_iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(count, en, zh)| counted(lang, count, en, zh))
        .collect();
    enumerated(lang, &counts)
}

fn apex(lang: Lang, advice: &Advice) -> String {
    let plain = advice.needed().find(|one| one.name.kind == NameKind::Plain);
    let Some(plain) = plain else {
        return String::new();
    };
    let name = short(&plain.name.shown);
    say!(
        lang,
        "Many CAs put the bare domain {name} into a wildcard certificate.",
        "许多 CA 会把裸域名 {name} 一起写入通配符证书。"
    )
}

fn left_out(lang: Lang, advice: &Advice) -> String {
    let mut wildcards = advice
        .needed()
        .filter(|one| one.name.kind == NameKind::Wildcard);
    let (Some(only), None) = (wildcards.next(), wildcards.next()) else {
        return lang
            .pick(
                "A wildcard certificate for one of them would leave out the others.",
                "只含其中一个通配符的证书会漏掉其余的。",
            )
            .to_owned();
    };
    let apex = only.name.ascii.strip_prefix("*.");
    let beyond = advice
        .needed()
        .filter(|one| one.name.kind != NameKind::Wildcard && Some(&*one.name.ascii) != apex);
    let names: Vec<_> = beyond.map(|one| short(&one.name.shown)).collect();
    let names = match names.len() {
        0..=TOLD => enumerated(lang, &names),
        _ => shortened(lang, &names, TOLD - 1),
    };
    let after = after_han(&names);
    say!(
        lang,
        "A plain wildcard would leave out {names}.",
        "普通的通配符证书会漏掉{after}。"
    )
}

/// The question of a suggestion, `Add example.com itself?`, and why it is asked.
pub fn suggestion(lang: Lang, suggestion: &Suggestion) -> (String, String) {
    let name = short(&suggestion.shown);
    if suggestion.is_apex {
        let why = lang.pick(
            "A wildcard does not cover the bare domain. Some CAs add it free of charge.",
            "通配符不覆盖裸域名。有些 CA 会免费添加。",
        );
        return (
            say!(lang, "Add {name} itself?", "要添加 {name} 本身吗？"),
            why.to_owned(),
        );
    }
    let beside = short(&suggestion.beside);
    (
        say!(lang, "Add {name}?", "要添加 {name} 吗？"),
        say!(
            lang,
            "Visitors of {beside} often type www. Some CAs add it free of charge.",
            "{beside} 的访问者经常输入 www。有些 CA 会免费添加。"
        ),
    )
}

/// The button of a suggestion: `Add example.com`.
pub fn add(lang: Lang, suggestion: &Suggestion) -> String {
    let name = short(&suggestion.shown);
    say!(lang, "Add {name}", "添加 {name}")
}

/// What comes along at no cost, `example.com comes along at no cost`, and with which name and brands.
pub fn addition(lang: Lang, addition: &Addition) -> (String, String) {
    let name = shown(&addition.name);
    let because = shown(&addition.because);
    let (name, because) = (short(&name), short(&because));
    let brands = addition.brands.iter().map(|one| brand(lang, *one));
    let brands: Vec<&str> = brands.collect();
    let brands = enumerated(lang, &brands);
    (
        say!(lang, "{name} comes along at no cost", "免费附带 {name}"),
        say!(
            lang,
            "With {because} at {brands}, by one vendor’s table of 2024.",
            "申请 {because} 时，{brands} 会附带（某一家服务商 2024 年的表）。"
        ),
    )
}

/// A brand by name.
pub fn brand(lang: Lang, brand: Brand) -> &'static str {
    match brand {
        Brand::GlobalSign => "GlobalSign",
        Brand::TrustAsia => lang.pick("TrustAsia OV and EV", "TrustAsia OV 和 EV"),
        Brand::TrustAsiaDv => "TrustAsia DV",
        Brand::GeoTrust => "GeoTrust",
    }
}

/// What the footer says while names are refused: `Remove 1 name to go on`.
pub fn remove_to_go_on(lang: Lang, refused: usize) -> String {
    let names = counted(lang, refused, ("name", "names"), "个域名");
    say!(lang, "Remove {names} to go on", "移除 {names}后才能继续")
}

/// `1 refused`, `1 to look at`.
pub fn refused(lang: Lang, count: usize) -> String {
    say!(lang, "{count} refused", "{count} 个会被拒绝")
}

/// How many names deserve a look.
pub fn to_look_at(lang: Lang, count: usize) -> String {
    say!(lang, "{count} to look at", "{count} 个需要留意")
}

/// The title of a refused name: `Remove 10.0.4.17`.
pub fn remove_name(lang: Lang, name: &NameAdvice) -> String {
    let name = short(&name.name.shown);
    say!(lang, "Remove {name}", "移除 {name}")
}
