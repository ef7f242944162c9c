//! What fetching issuers found: address by address, then what could be added.

use super::page::Page;
use crate::core::chain::aia::{End, Issuers, Step, StepOutcome};
use crate::text::finding::{downloaded_instead, words};
use crate::text::foreign::short;
use crate::text::number::listed;
use crate::text::{Lang, web};

/// The whole report.
pub fn render(lang: Lang, issuers: &Issuers) -> String {
    let mut page = Page::default();
    page.paragraph(0, &verdict(lang, issuers));
    page.gap();
    for step in &issuers.steps {
        page.paragraph(0, &asked(lang, step));
        page.paragraph(2, &came(lang, step));
    }
    page.paragraph(0, &end(lang, &issuers.end));
    for finding in &issuers.findings {
        let said = words(lang, finding);
        page.gap();
        page.paragraph(0, &said.message);
        page.paragraph(2, &said.paragraph(lang));
    }
    page.finish()
}

fn verdict(lang: Lang, issuers: &Issuers) -> String {
    let below = issuers.certificate.title();
    let below = short(&below);
    let titles: Vec<String> = issuers.found.iter().map(|one| one.title()).collect();
    let titles: Vec<_> = titles.iter().map(|title| short(title)).collect();
    match titles.as_slice() {
        [] => say!(
            lang,
            "No further issuer of “{below}” was downloaded.",
            "没有为“{below}”下载到新的颁发者证书。"
        ),
        titles => {
            let titles = listed(titles);
            say!(
                lang,
                "Downloaded for “{below}”: {titles}. Nothing has been added yet.",
                "已为“{below}”下载：{titles}。尚未添加任何内容。"
            )
        }
    }
}

fn asked(lang: Lang, step: &Step) -> String {
    let (issuer, url) = (short(&step.asked_for), short(&step.url));
    let asked = say!(lang, "Asked for “{issuer}”: {url}", "查找“{issuer}”：{url}");
    let hops = step.redirects.iter().map(|to| short(to));
    std::iter::once(asked)
        .chain(hops.map(|to| format!(" → {to}")))
        .collect()
}

fn came(lang: Lang, step: &Step) -> String {
    let what = match &step.outcome {
        StepOutcome::Found(found) => {
            let titles: Vec<String> = found.issuers.iter().map(|one| one.title()).collect();
            let titles: Vec<_> = titles.iter().map(|title| short(title)).collect();
            let titles = listed(&titles);
            say!(lang, "Found {titles}.", "找到 {titles}。")
        }
        StepOutcome::Unusable(unusable) => downloaded_instead(lang, unusable),
        StepOutcome::Fault(cause) => web::explain(lang, cause).0,
    };
    let addresses: Vec<String> = step.addresses.iter().map(ToString::to_string).collect();
    if addresses.is_empty() {
        return what;
    }
    let (addresses, time) = (listed(&addresses), web::seconds(lang, step.elapsed_ms));
    say!(
        lang,
        "{what} ({addresses}, {time})",
        "{what}（{addresses}，{time}）"
    )
}

fn end(lang: Lang, end: &End) -> String {
    match end {
        End::Circle => lang
            .pick(
                "The issuers sign each other in a circle.",
                "颁发者互相签发，形成循环。",
            )
            .to_owned(),
        End::NoAddress => lang
            .pick(
                "The last certificate names no address for its issuer.",
                "最后一个证书没有写明颁发者的下载地址。",
            )
            .to_owned(),
        End::NotFound => lang
            .pick("No address gave the issuer.", "没有地址给出颁发者证书。")
            .to_owned(),
        End::Root(root) => {
            let root = root.title();
            let root = short(&root);
            say!(
                lang,
                "The chain ends at the trusted root “{root}”.",
                "证书链到受信任的根证书“{root}”为止。"
            )
        }
        End::SelfSigned(root) => {
            let root = root.title();
            let root = short(&root);
            say!(
                lang,
                "The chain ends at “{root}”, which signs itself and is not among the trusted roots.",
                "证书链到“{root}”为止，它是自签名证书，不在受信任的根证书之中。"
            )
        }
        End::TooLong => lang
            .pick("The chain was not followed further.", "没有继续向上追踪。")
            .to_owned(),
    }
}
