//! What is served in place of the certificate that the user opened, and where to look.

use super::{certificate, places};
use crate::core::finding::{Brief, Id, ServedAt, ServedFact, Whose};
use crate::text::Lang;
use crate::text::finding::{Action, Words, about, name};
use crate::text::prose::sentences;

pub(super) fn words(lang: Lang, fact: &ServedFact) -> Words {
    match fact {
        ServedFact::Partly {
            label,
            with,
            whose,
            without,
            ..
        } => partly(lang, label, with, *whose, without),
        ServedFact::DiffersFromFile {
            label,
            name,
            whose,
            product,
            same_key,
            file_covers,
            wanted,
            served,
        } => {
            let message = message(lang, *whose, *product, &places(lang, &served.addresses));
            let mut why = vec![compared(lang, label, wanted, served)];
            if *same_key {
                why.push(reissued(lang));
            }
            if !file_covers {
                why.push(not_for(lang, label, name));
            }
            let remedy = match file_covers {
                true => remedy(lang, *whose).to_owned(),
                false => lang
                    .pick(
                        "Compare with the certificate that was made for this name.",
                        "改用为这个名称签发的证书进行比较。",
                    )
                    .to_owned(),
            };
            Words::new(message, sentences(lang, &why), remedy).with(Action::ShowCertificate)
        }
        _ => Words::new("", "", ""),
    }
}

fn message(lang: Lang, whose: Whose, product: Option<&str>, places: &str) -> String {
    match whose {
        Whose::Predecessor => say!(
            lang,
            "{places} still serves the certificate before yours",
            "{places} 仍在提供您这张证书之前的旧证书"
        ),
        Whose::Newer => say!(
            lang,
            "{places} serves a newer certificate than your file holds",
            "{places} 提供的证书比您文件中的更新"
        ),
        Whose::OtherSite => say!(
            lang,
            "{places} serves the certificate of another site",
            "{places} 提供的是另一个网站的证书"
        ),
        Whose::Default => {
            let product = product.unwrap_or_default();
            say!(
                lang,
                "{places} serves the default certificate of {product} in place of yours",
                "{places} 提供的是 {product} 的默认证书，而不是您的证书"
            )
        }
        Whose::SelfSigned => say!(
            lang,
            "{places} serves a self-signed certificate in place of yours",
            "{places} 提供的是自签名证书，而不是您的证书"
        ),
        Whose::Unreadable => say!(
            lang,
            "What {places} serves in place of your certificate cannot be read",
            "{places} 提供的不是您的证书，内容无法读取"
        ),
        Whose::Inspected => say!(
            lang,
            "What {places} serves is replaced on the way, so that the server’s own certificate is not seen",
            "{places} 提供的证书在途中被替换，看不到服务器自己的证书"
        ),
        Whose::OtherKeyType => say!(
            lang,
            "{places} serves a certificate with a key of another kind than your file’s",
            "{places} 提供的证书与您的文件使用不同类型的密钥"
        ),
    }
}

fn compared(lang: Lang, label: &str, wanted: &Brief, served: &ServedAt) -> String {
    let label = name(label);
    let of_file = ServedAt {
        addresses: Vec::new(),
        certificate: Some(wanted.clone()),
    };
    let (wanted, served) = (certificate(lang, &of_file), certificate(lang, served));
    say!(
        lang,
        "“{label}” holds {wanted}. The server sends {served}.",
        "“{label}”中是{wanted}。服务器发送的是{served}。"
    )
}

fn reissued(lang: Lang) -> String {
    lang.pick(
        "Both have the same key: one is a reissue of the other.",
        "两者使用同一个密钥：其中一张是另一张的重颁发。",
    )
    .to_owned()
}

fn not_for(lang: Lang, label: &str, host: &str) -> String {
    let (label, host) = (name(label), name(host));
    say!(
        lang,
        "The certificate in “{label}” is not made for {host}.",
        "“{label}”中的证书不是为 {host} 签发的。"
    )
}

fn remedy(lang: Lang, whose: Whose) -> &'static str {
    match whose {
        Whose::Newer => lang.pick(
            "Nothing, if the newer one is meant to be there: open that one here to compare with it.",
            "如果本来就应该使用更新的证书，无需处理：在这里打开那张证书再比较。",
        ),
        Whose::OtherSite => lang.pick(
            "The connection lands at another site’s configuration: give this name its own binding or server block with SNI, and check that the name leads to this server.",
            "连接落到了另一个网站的配置上：为这个名称单独配置带 SNI 的绑定或 server 块，并确认名称指向这台服务器。",
        ),
        Whose::Inspected => lang.pick(
            "Look from a computer behind which nothing looks into TLS.",
            "从没有 TLS 检查的网络中的计算机再看一次。",
        ),
        Whose::OtherKeyType => lang.pick(
            "A server may hold one certificate with RSA and one with ECDSA and choose by the client: open the other one here to compare with it.",
            "服务器可以同时配置 RSA 和 ECDSA 证书，并按客户端选择：在这里打开另一张证书再比较。",
        ),
        Whose::Default | Whose::SelfSigned => lang.pick(
            "Configure your certificate for this name at this very listener, and reload the server.",
            "在这个监听上为该名称配置您的证书，然后重新加载服务器。",
        ),
        Whose::Predecessor | Whose::Unreadable => about(lang, Id::ServedDiffersFromFile).remedy,
    }
}

fn partly(lang: Lang, label: &str, with: &[String], whose: Whose, without: &ServedAt) -> Words {
    let label = name(label);
    let (here, there) = (places(lang, with), places(lang, &without.addresses));
    let is_old = whose == Whose::Predecessor;
    let effect = match is_old {
        true => lang.pick(
            "Visitors get the old or the new one by chance.",
            "访问者得到旧证书还是新证书全凭运气。",
        ),
        false => lang.pick(
            "Visitors get the one or the other by chance.",
            "访问者得到哪一张全凭运气。",
        ),
    };
    let served = certificate(lang, without);
    let why = say!(
        lang,
        "{here} serves it; {there} sends {served}. {effect}",
        "{here} 已提供该证书；{there} 发送的是{served}。{effect}"
    );
    Words::new(
        say!(
            lang,
            "The certificate in “{label}” is served at some addresses only",
            "只有部分地址提供“{label}”中的证书"
        ),
        why,
        about(lang, Id::ServedPartly).remedy,
    )
    .with(Action::ShowCertificate)
}
