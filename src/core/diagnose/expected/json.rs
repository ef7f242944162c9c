//! Instructions as programs give them: ACME challenges (RFC 8555 section 8), answers of consoles' interfaces.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::label::{Field, of_key};
use super::read::Reader;
use super::{Expected, Note};
use crate::core::env::DnsName;

/// How deep objects may lie in each other.
const DEPTH: usize = 12;

/// Reads a text that is JSON; `None` where it is not.
pub(super) fn read(text: &str, reader: &mut Reader<'_>) -> Option<()> {
    let text = text.trim();
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let value: Value = serde_json::from_str(text).ok()?;
    walk(&value, "", None, reader, DEPTH);
    Some(())
}

fn walk(value: &Value, key: &str, domain: Option<&str>, reader: &mut Reader<'_>, depth: usize) {
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    match value {
        Value::Array(all) => all
            .iter()
            .for_each(|one| walk(one, key, domain, reader, depth)),
        Value::Object(object) => {
            let text = |key: &str| object.get(key).and_then(Value::as_str);
            let identifier = object.get("identifier").and_then(|one| one.get("value"));
            let own = identifier
                .and_then(Value::as_str)
                .or_else(|| text("domain"));
            // ZeroSSL names the domain in the key itself.
            let by_key = (key.contains('.') && DnsName::parse(key).is_some()).then_some(key);
            let domain = own.or(by_key).or(domain);
            if let (Some(kind), Some(token)) = (text("type"), text("token")) {
                challenge(kind, token, text("keyAuthorization"), domain, reader);
                return;
            }
            reader.flush();
            if let Some(domain) = domain {
                reader.put(Field::Domain, domain);
            }
            for (key, value) in object {
                if let (Some(field), Some(text)) = (of_key(key), plain(value)) {
                    reader.put(field, &text);
                }
            }
            reader.flush();
            for (key, value) in object.iter().filter(|(key, _)| *key != "identifier") {
                if value.is_object() || value.as_array().is_some_and(|all| !is_text(all)) {
                    walk(value, key, domain, reader, depth);
                }
            }
        }
        _ => {}
    }
}

/// A text, or lines of one.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(all) if is_text(all) => {
            let lines: Vec<&str> = all.iter().filter_map(Value::as_str).collect();
            Some(lines.join("\n"))
        }
        _ => None,
    }
}

fn is_text(all: &[Value]) -> bool {
    !all.is_empty() && all.iter().all(Value::is_string)
}

/// What an ACME challenge asks for; that needs the key authorization, of which the token is a part.
fn challenge(
    kind: &str,
    token: &str,
    authorization: Option<&str>,
    domain: Option<&str>,
    reader: &mut Reader<'_>,
) {
    let Some(authorization) = authorization else {
        if matches!(kind, "dns-01" | "http-01") {
            reader.note(Note::TokenAlone);
        }
        return;
    };
    let Some(domain) = domain.and_then(DnsName::parse) else {
        return;
    };
    match kind {
        "dns-01" => {
            let Some(name) = domain.base().below("_acme-challenge") else {
                return;
            };
            let value = url_base64(&Sha256::digest(authorization.as_bytes()));
            reader.expect(Expected::Txt { name, value });
        }
        "http-01" => reader.expect(Expected::File {
            url: format!(
                "http://{}/.well-known/acme-challenge/{token}",
                domain.base()
            ),
            content: authorization.as_bytes().to_vec(),
        }),
        _ => {}
    }
}

fn url_base64(bytes: &[u8]) -> String {
    use base64ct::{Base64UrlUnpadded, Encoding};
    Base64UrlUnpadded::encode_string(bytes)
}
