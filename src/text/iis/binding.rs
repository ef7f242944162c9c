//! What a binding says, and what will be served for it, in a few words.

use crate::core::finding::Severity;
use crate::core::iis::flags::SslFlag;
use crate::core::iis::http_sys::EntryKey;
use crate::core::iis::plan::BindingAt;
use crate::core::iis::scan::{Known, Scan};
use crate::core::iis::store::StoreCertificate;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::whole;

/// A verdict and what stands below it.
pub struct Verdict {
    /// One sentence.
    pub sentence: String,
    /// What it rests on.
    pub context: String,
}

/// The verdict over all bindings.
pub fn verdict(lang: Lang, scan: &Scan) -> Verdict {
    let all = count(scan);
    let mut troubled: Vec<BindingAt> = scan
        .notices
        .iter()
        .filter(|notice| notice.finding.severity > Severity::Info)
        .filter_map(|notice| notice.at)
        .collect();
    troubled.sort_unstable();
    troubled.dedup();
    let others = scan
        .notices
        .iter()
        .filter(|notice| notice.finding.severity > Severity::Info && notice.at.is_none())
        .count();
    let (all, n) = (whole(all as u64), whole(troubled.len() as u64));
    let sentence = match (troubled.len(), others) {
        (0, 0) => say!(
            lang,
            "All {all} bindings are in order",
            "{all} 个绑定都正常"
        ),
        (0, _) => say!(
            lang,
            "Nothing is wrong with the {all} bindings as far as it is known",
            "就已知情况，{all} 个绑定没有问题"
        ),
        (1, _) => say!(
            lang,
            "1 of {all} bindings needs attention",
            "{all} 个绑定中有 1 个需要处理"
        ),
        _ => say!(
            lang,
            "{n} of {all} bindings need attention",
            "{all} 个绑定中有 {n} 个需要处理"
        ),
    };
    Verdict {
        sentence,
        context: context(lang, scan),
    }
}

fn count(scan: &Scan) -> usize {
    let sites = scan.configuration.sites.iter();
    sites.map(|site| site.bindings.len()).sum()
}

fn context(lang: Lang, scan: &Scan) -> String {
    match (&scan.entries, &scan.certificates) {
        (Known::Read(_), Known::Read(_)) => lang
            .pick(
                "What will be served is computed from the entries of http.sys.",
                "将会提供的证书是根据 http.sys 条目推算的。",
            )
            .to_owned(),
        (Known::Read(_), _) => lang
            .pick(
                "The certificate stores were not read, so names, dates and keys are not known.",
                "没有读取证书存储，因此域名、日期和私钥未知。",
            )
            .to_owned(),
        _ => lang
            .pick(
                "http.sys was not read, so it is not known which certificate is served.",
                "没有读取 http.sys，因此不知道会提供哪个证书。",
            )
            .to_owned(),
    }
}

/// The certificate that a client which sends the binding's host will get.
pub fn certificate(scan: &Scan, at: BindingAt) -> Option<&StoreCertificate> {
    let entry = scan
        .entries
        .get()?
        .get(scan.served.of(at)?.named? as usize)?;
    let thumbprint = entry.thumbprint?;
    let all = scan.certificates.get()?;
    all.iter().find(|held| held.thumbprint == thumbprint)
}

/// What will be served, in a few words.
pub fn served(lang: Lang, scan: &Scan, at: BindingAt) -> String {
    served_as(lang, scan, at, certificate(scan, at))
}

/// The same where the certificate was looked up already.
pub fn served_as(
    lang: Lang,
    scan: &Scan,
    at: BindingAt,
    held: Option<&StoreCertificate>,
) -> String {
    let site = scan.configuration.sites.get(at.site as usize);
    let Some(binding) = site.and_then(|site| site.bindings.get(at.binding as usize)) else {
        return String::new();
    };
    if !binding.is_https() {
        return lang.pick("no certificate", "无证书").to_owned();
    }
    if scan.entries.get().is_none() {
        return lang.pick("not known", "未知").to_owned();
    }
    let named = scan.served.of(at).and_then(|served| served.named);
    let entry = named.and_then(|index| scan.entries.get()?.get(index as usize));
    let Some(entry) = entry else {
        return lang.pick("nothing answers", "没有条目应答").to_owned();
    };
    if matches!(
        entry.key,
        EntryKey::CentralStore(_) | EntryKey::ScopedCentralStore(..)
    ) || binding.flags().has(SslFlag::CentralStore)
    {
        return lang
            .pick("a file of the central store", "集中式证书存储中的文件")
            .to_owned();
    }
    match (held, entry.thumbprint) {
        (Some(held), _) => short(&held.title()).into_owned(),
        (None, Some(thumbprint)) => thumbprint.to_string(),
        (None, None) => lang.pick("no certificate", "无证书").to_owned(),
    }
}
