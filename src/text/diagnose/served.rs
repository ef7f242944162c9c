//! What servers sent, as a small table.

use crate::core::diagnose::Served;
use crate::core::x509::Certificate;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::counted;
use crate::text::time::date;

phrases! {
    column_address: "Address", "地址";
    column_certificate: "Certificate", "证书";
    column_sent: "Sent", "发送";
    column_until: "Until", "到期";
    column_version: "TLS", "TLS";
    title: "What is served", "服务器发送的证书";
}

/// Where: the address, and that no name was sent along.
pub fn address(lang: Lang, served: &Served) -> String {
    let address = served.address;
    match served.with_sni {
        true => address.to_string(),
        false => say!(lang, "{address}, without the name", "{address}，不带名称"),
    }
}

/// Whose certificate, and who issued it.
pub fn certificate(lang: Lang, leaf: Option<&Certificate>) -> String {
    match leaf {
        Some(leaf) => {
            let (name, by) = (leaf.title(), leaf.issuer.title());
            let (name, by) = (short(&name), short(&by));
            say!(lang, "{name}, by {by}", "{name}，由 {by} 签发")
        }
        None => lang
            .pick("no certificate that can be read", "无法读取的证书")
            .to_owned(),
    }
}

/// Its last day; empty where nothing can be read.
pub fn until(lang: Lang, leaf: Option<&Certificate>) -> String {
    leaf.map(|leaf| date(lang, leaf.not_after))
        .unwrap_or_default()
}

/// How many certificates came.
pub fn sent(lang: Lang, count: usize) -> String {
    counted(lang, count, ("certificate", "certificates"), "张证书")
}

/// Another certificate than in the run before.
pub fn changed(
    lang: Lang,
    now: &Served,
    was: Option<&Certificate>,
    is: Option<&Certificate>,
) -> String {
    let (name, address) = (short(now.name.as_str()), address(lang, now));
    let one = |leaf: Option<&Certificate>| {
        let (whose, until) = (certificate(lang, leaf), until(lang, leaf));
        match until.is_empty() {
            true => whose,
            false => say!(lang, "{whose}, until {until}", "{whose}，到期 {until}"),
        }
    };
    let (was, is) = (one(was), one(is));
    say!(
        lang,
        "Served for {name} at {address}: {was} → {is}",
        "{name} 在 {address} 发送的证书：{was} → {is}"
    )
}
