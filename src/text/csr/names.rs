//! Words of the advice on names: one line for each name, what was tidied, the kind of certificate, names
//! worth adding and names that come along.

mod line;

pub use line::line;

use crate::core::csr::names::{
    Addition, Advice, Brand, CertificateKind, Cleaned, Cleaning, NameAdvice, NameKind, Suggestion,
    shown,
};
use crate::text::Lang;
use crate::text::finding::severity;
use crate::text::foreign::short;
use crate::text::number::{counted, enumerated, shortened};
use crate::text::prose::{after_han, sentences};

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
