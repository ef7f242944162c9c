//! What came of the checks of what is agreed upon and sent, in two lines each, and what is told beside.

use super::{Lines, scan};
use crate::core::diagnose::checks::tls::{StapleSeen, TlsSummary, Without};
use crate::core::finding::Whose;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::counted;
use crate::text::time::date;

pub(super) fn lines(lang: Lang, summary: &TlsSummary) -> Option<Lines> {
    Some(match summary {
        TlsSummary::NotFoundOut => return None,
        TlsSummary::Protocols { servers } => scan::protocols(lang, servers),
        TlsSummary::Suites { servers } => scan::suites(lang, servers),
        TlsSummary::Chain {
            not_after,
            certificates,
            root,
            different,
            ..
        } => {
            let title = match root {
                Some(_) => lang.pick("Chain to a trusted root", "证书链通向受信任的根"),
                None => lang.pick("No chain to a trusted root", "证书链没有通向受信任的根"),
            };
            let until = date(lang, *not_after);
            let sent = counted(
                lang,
                *certificates,
                ("certificate", "certificates"),
                "张证书",
            );
            let mut detail = vec![
                say!(lang, "until {until}", "到 {until}"),
                match root {
                    Some(root) => {
                        let root = short(root);
                        say!(lang, "{sent} to {root}", "{sent}，通向 {root}")
                    }
                    None => sent,
                },
            ];
            if *different > 1 {
                detail.push(say!(lang, "{different} different", "{different} 种不同"));
            }
            Lines::new(title, detail.join(lang.pick(", ", "，")))
        }
        TlsSummary::NoCertificate => Lines::new(
            lang.pick("No certificate", "没有证书"),
            lang.pick("what came cannot be read", "收到的内容无法读取"),
        ),
        TlsSummary::Against { whose, same, of } => against(lang, *whose, *same, *of),
        TlsSummary::Sni { without } => sni(lang, without),
        TlsSummary::Alpn { chosen } => alpn(lang, chosen.as_deref()),
        TlsSummary::Staple { seen } => staple(lang, seen),
        TlsSummary::WebSocket { status, opens } => websocket(lang, *status, *opens),
    })
}

fn against(lang: Lang, whose: Option<Whose>, same: usize, of: usize) -> Lines {
    let addresses = counted(lang, of, ("address", "addresses"), "个地址");
    let Some(whose) = whose else {
        return Lines::new(
            lang.pick("Your certificate is served", "提供的是您的证书"),
            match of {
                1 => lang.pick("on its address", "在其地址上").to_owned(),
                _ => say!(lang, "on all of {addresses}", "全部{addresses}"),
            },
        );
    };
    if same > 0 {
        return Lines::new(
            lang.pick("Your certificate in part", "部分提供您的证书"),
            say!(
                lang,
                "on {same} of {addresses}",
                "{addresses}中的 {same} 个"
            ),
        );
    }
    let detail = match whose {
        Whose::Predecessor => lang.pick("the one before it", "之前的旧证书"),
        Whose::Newer => lang.pick("a newer one", "更新的证书"),
        Whose::OtherSite => lang.pick("another site’s", "另一个网站的证书"),
        Whose::Default => lang.pick("a default one", "默认证书"),
        Whose::SelfSigned => lang.pick("a self-signed one", "自签名证书"),
        Whose::Unreadable => lang.pick("cannot be read", "无法读取"),
        Whose::Inspected => lang.pick("replaced on the way", "途中被替换"),
        Whose::OtherKeyType => lang.pick("a key of another kind", "密钥类型不同"),
    };
    Lines::new(lang.pick("Not your certificate", "不是您的证书"), detail)
}

fn sni(lang: Lang, without: &Without) -> Lines {
    let title = lang.pick("Without the name (SNI)", "不带名称（SNI）");
    match without {
        Without::Same => Lines::new(title, lang.pick("the same certificate", "证书相同")),
        Without::Other(subject) => {
            let subject = short(subject);
            Lines::new(title, say!(lang, "“{subject}” instead", "得到“{subject}”"))
        }
        Without::Nothing => Lines::new(title, lang.pick("no handshake", "握手未完成")),
    }
}

fn alpn(lang: Lang, chosen: Option<&str>) -> Lines {
    let title = lang.pick("HTTP version (ALPN)", "HTTP 版本（ALPN）");
    match chosen {
        Some("h2") => Lines::new(title, "HTTP/2"),
        Some("http/1.1") => Lines::new(title, "HTTP/1.1"),
        Some(other) => Lines::new(title, short(other)),
        None => Lines::new(
            title,
            lang.pick("none agreed upon, so HTTP/1.1", "未协商，即 HTTP/1.1"),
        ),
    }
}

fn staple(lang: Lang, seen: &StapleSeen) -> Lines {
    let title = lang.pick("OCSP staple", "OCSP 装订");
    let detail = match seen {
        StapleSeen::None { has_url: true } => lang.pick("none, and none needed", "没有，也不需要"),
        StapleSeen::None { has_url: false } => {
            lang.pick("none; the CA gives none", "没有；CA 不提供")
        }
        StapleSeen::Missing => lang.pick("missing, yet demanded", "缺少，而证书要求附带"),
        StapleSeen::Good {
            next_update: Some(next),
        } => {
            let until = date(lang, *next);
            return Lines::new(title, say!(lang, "good, until {until}", "有效，到 {until}"));
        }
        StapleSeen::Good { next_update: None } => lang.pick("good", "有效"),
        StapleSeen::Revoked => lang.pick("says revoked", "显示已吊销"),
        StapleSeen::Bad => lang.pick("does not hold", "不可用"),
        StapleSeen::NotJudged => lang.pick("issuer not at hand", "没有颁发者证书"),
    };
    Lines::new(title, detail)
}

fn websocket(lang: Lang, status: Option<u16>, opens: bool) -> Lines {
    match (opens, status) {
        (true, _) => Lines::new("WebSocket", lang.pick("opens", "可以打开")),
        (false, Some(status)) => Lines::new(
            "WebSocket",
            say!(lang, "answer {status} here", "此处返回 {status}"),
        ),
        (false, None) => Lines::new("WebSocket", lang.pick("no HTTP answer", "不是 HTTP 应答")),
    }
}

/// What is told where nothing is wrong and that may surprise: the file's certificate is served everywhere, and a
/// browser may still show another.
pub(super) fn quiet(lang: Lang, summary: &TlsSummary) -> Option<&'static str> {
    let is_as_wanted = matches!(summary, TlsSummary::Against { whose: None, .. });
    is_as_wanted.then(|| lang.pick(
        "The server is right. A browser that still shows the old certificate keeps it from before: close it wholly and open it again; on Windows clear the SSL state in Internet options. Where one computer alone differs, a proxy or an antivirus there shows a certificate of its own. Clearing HSTS does not help.",
        "服务器没有问题。如果浏览器仍显示旧证书，是它自己保留的：完全退出后重新打开；在 Windows 上到“Internet 选项”中清除 SSL 状态。如果只有一台计算机不同，是那里的代理或杀毒软件给出了自己的证书。清除 HSTS 没有帮助。",
    ))
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::core::diagnose::checks::tls::{StapleSeen, TlsSummary, Without};
    use crate::core::finding::Whose;
    use crate::core::time::Moment;
    use crate::text::Lang;

    fn all() -> Vec<TlsSummary> {
        let chain = |root, different| TlsSummary::Chain {
            subject: "www.example.com".to_owned(),
            not_after: Moment(1_790_000_000),
            certificates: 2,
            root,
            different,
        };
        let mut all = vec![
            chain(Some("Root X1".to_owned()), 1),
            chain(None, 2),
            TlsSummary::NoCertificate,
        ];
        let whose = [
            Whose::Predecessor,
            Whose::Newer,
            Whose::OtherSite,
            Whose::Default,
            Whose::SelfSigned,
            Whose::Unreadable,
            Whose::Inspected,
            Whose::OtherKeyType,
        ];
        let whose = whose.into_iter().map(Some).chain([None]);
        all.extend(whose.flat_map(|whose| {
            let against = |same, of| TlsSummary::Against { whose, same, of };
            [against(0, 1), against(1, 2)]
        }));
        let without = [
            Without::Same,
            Without::Other("first.example.com".to_owned()),
            Without::Nothing,
        ];
        all.extend(without.map(|without| TlsSummary::Sni { without }));
        let chosen = [Some("h2"), Some("http/1.1"), Some("spdy/3"), None];
        all.extend(chosen.map(|chosen| TlsSummary::Alpn {
            chosen: chosen.map(str::to_owned),
        }));
        let seen = [
            StapleSeen::None { has_url: true },
            StapleSeen::None { has_url: false },
            StapleSeen::Missing,
            StapleSeen::Good { next_update: None },
            StapleSeen::Good {
                next_update: Some(Moment(1_790_000_000)),
            },
            StapleSeen::Revoked,
            StapleSeen::Bad,
            StapleSeen::NotJudged,
        ];
        all.extend(seen.map(|seen| TlsSummary::Staple { seen }));
        let answers = [(Some(101), true), (Some(404), false), (None, false)];
        all.extend(answers.map(|(status, opens)| TlsSummary::WebSocket { status, opens }));
        all
    }

    #[test]
    fn every_end_has_two_short_lines_in_both_languages() {
        for summary in all() {
            let [en, zh] = Lang::ALL.map(|lang| lines(lang, &summary).unwrap());
            assert!(en.title.chars().count() <= 28, "{}", en.title);
            assert!(!en.detail.is_empty() && !zh.detail.is_empty());
            assert!(!en.title.ends_with('.') && !zh.title.ends_with('。'));
        }
    }
}
