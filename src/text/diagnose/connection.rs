//! What came of connections, in two lines each.

use super::Lines;
use super::source::{millis, talk_end};
use crate::core::diagnose::checks::connection::ConnectionSummary;
use crate::core::tls::NoHandshake;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::{counted, enumerated};

pub(super) fn lines(lang: Lang, summary: &ConnectionSummary) -> Lines {
    match summary {
        ConnectionSummary::Reach { handshakes, of } => {
            let of = counted(lang, *of, ("address", "addresses"), "个地址");
            Lines::new(
                lang.pick("Server answers", "服务器有应答"),
                say!(
                    lang,
                    "handshake at {handshakes} of {of}",
                    "{of}中有 {handshakes} 个完成握手"
                ),
            )
        }
        ConnectionSummary::Handshake {
            address,
            version,
            connected_ms,
            handshake_ms,
        } => {
            let version = version.label();
            let connected = millis(lang, *connected_ms);
            let handshake = millis(lang, *handshake_ms);
            Lines::new(
                say!(lang, "{address} answers", "{address} 有应答"),
                say!(
                    lang,
                    "{connected}, then {version} in {handshake}",
                    "连接 {connected}，{version} 握手 {handshake}"
                ),
            )
        }
        ConnectionSummary::NoHandshake { address, why } => {
            Lines::new(address.to_string(), no_handshake(lang, why))
        }
        ConnectionSummary::NoConnection { address, why } => {
            Lines::new(address.to_string(), talk_end(lang, why))
        }
        ConnectionSummary::Listening { port, at } => Lines::new(
            say!(lang, "Port {port} of this computer", "本机的 {port} 端口"),
            match at.as_deref() {
                None => lang
                    .pick(
                        "the system does not say who listens",
                        "系统没有说明谁在监听",
                    )
                    .to_owned(),
                Some([]) => lang.pick("nobody listens", "没有程序监听").to_owned(),
                Some(at) => {
                    let at: Vec<String> = at.iter().map(ToString::to_string).collect();
                    let at = enumerated(lang, &at);
                    say!(lang, "listening: {at}", "监听：{at}")
                }
            },
        ),
        ConnectionSummary::Unresolved => Lines::new(
            lang.pick("Server answers", "服务器有应答"),
            lang.pick("no address could be found out", "未能查明地址"),
        ),
    }
}

/// Why there was no handshake, in a few words.
pub fn no_handshake(lang: Lang, why: &NoHandshake) -> String {
    match why {
        NoHandshake::PlainHttp { .. } => lang
            .pick("HTTP without encryption", "未加密的 HTTP")
            .to_owned(),
        NoHandshake::OtherProtocol { .. } => lang.pick("another protocol", "其他协议").to_owned(),
        NoHandshake::StartTlsRefused { line } => {
            let line = short(line);
            say!(lang, "no STARTTLS: {line}", "不支持 STARTTLS：{line}")
        }
        NoHandshake::Alert { alert, .. } => {
            let code = alert.code;
            let name = alert.name().unwrap_or("unknown");
            say!(lang, "alert {name} ({code})", "警报 {name}（{code}）")
        }
        NoHandshake::Closed => lang.pick("closed at once", "立即关闭连接").to_owned(),
        NoHandshake::Reset => lang.pick("broken off at once", "立即中断连接").to_owned(),
        NoHandshake::Silent { ms } => {
            let waited = millis(lang, *ms);
            say!(lang, "silent for {waited}", "{waited}内没有应答")
        }
        NoHandshake::Broken { .. } => lang
            .pick("no TLS that can be read", "无法识别的 TLS")
            .to_owned(),
        NoHandshake::TooMuch { .. } => lang.pick("too long an answer", "应答过长").to_owned(),
    }
}
