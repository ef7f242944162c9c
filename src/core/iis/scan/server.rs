//! What a server says of itself in the file that our collecting script writes.

use serde::Deserialize;

use crate::core::env::CentralStore;
use crate::core::iis::version::IisVersion;

/// Name of that file.
pub const SERVER_FACTS: &str = "server.json";
/// Word by which it is recognised.
const KIND: &str = "certwright-iis-server";

/// What the script wrote.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ServerFacts {
    kind: String,
    /// Name of the computer.
    pub computer: Option<String>,
    /// `MajorVersion` of `HKLM\SOFTWARE\Microsoft\InetStp`.
    pub major: Option<u32>,
    /// `MinorVersion`.
    pub minor: Option<u32>,
    /// Build of Windows.
    pub build: Option<u32>,
    /// Names of the sites that are stopped; `None` when they could not be asked for.
    pub stopped: Option<Vec<String>>,
    /// Whether the central store is on.
    pub central_enabled: Option<bool>,
    /// Its folder.
    pub central_folder: Option<String>,
}

impl ServerFacts {
    /// Reads the file; `None` when it is another one.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (text, _) = encoding_rs::UTF_8.decode_with_bom_removal(bytes);
        let text = match bytes {
            [0xFF, 0xFE, ..] => encoding_rs::UTF_16LE.decode(bytes).0,
            _ => text,
        };
        let facts: Self = serde_json::from_str(&text).ok()?;
        (facts.kind == KIND).then_some(facts)
    }

    /// Version of IIS.
    pub fn version(&self) -> Option<IisVersion> {
        let of_build = self.build.and_then(IisVersion::of_build);
        match (self.major, self.minor) {
            (Some(10), _) | (None, _) => of_build,
            (Some(major), minor) => {
                IisVersion::parse(&format!("{major}.{}", minor.unwrap_or(0))).or(of_build)
            }
        }
    }

    /// The central store.
    pub fn central(&self) -> Option<CentralStore> {
        Some(CentralStore {
            is_enabled: self.central_enabled?,
            folder: self.central_folder.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::ServerFacts;
    use crate::core::iis::version::IisVersion;

    #[test]
    fn the_facts_of_a_server_are_read_and_other_files_are_not() {
        let text = r#"{"kind":"certwright-iis-server","computer":"WEB-03","major":10,"minor":0,
            "build":17763,"stopped":["legacy"],"central_enabled":false,"central_folder":null}"#;
        let marked = format!("\u{feff}{text}");
        let units: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [text.as_bytes(), marked.as_bytes(), &units] {
            let facts = ServerFacts::parse(bytes).expect("facts");
            assert_eq!(facts.version(), Some(IisVersion::V10_2019));
            assert_eq!(facts.stopped.as_deref(), Some(&["legacy".to_owned()][..]));
        }
        assert_eq!(ServerFacts::parse(b"{\"kind\":\"other\"}"), None);
        assert_eq!(ServerFacts::parse(b"[]"), None);
    }
}
