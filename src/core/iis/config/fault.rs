//! Why a configuration file was not read, with the line and column.

use serde::Serialize;

/// Where and why a file was refused. Nothing is taken from it, and nothing is ever written to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("line {line}, column {column}: {kind:?}")]
pub struct ConfigFault {
    /// Line, counted from 1.
    pub line: u32,
    /// Column in characters, counted from 1.
    pub column: u32,
    /// Why.
    pub kind: ConfigFaultKind,
}

/// Why a configuration file was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConfigFaultKind {
    /// There is nothing in it.
    Empty,
    /// A byte that is no text in the file's encoding.
    NotText {
        /// Name of the encoding.
        encoding: String,
    },
    /// An encoding that is not known, or in which the same text can be written in two ways, so that an
    /// edit could not keep every byte.
    Encoding {
        /// Name of the encoding.
        encoding: String,
    },
    /// The file ends before its root element does.
    CutOff,
    /// Not well-formed XML, in the parser's words.
    NotWellFormed {
        /// The parser's words.
        detail: String,
    },
    /// A document type definition; entities can be bombs or read other files.
    Dtd,
    /// More elements, or more of one, than any configuration has.
    TooMuch,
    /// An attribute longer than any of a configuration.
    LongAttribute {
        /// Its name.
        name: String,
        /// Its length in bytes.
        bytes: usize,
    },
    /// Another file than the one with the sites.
    WrongFile(OtherFile),
}

/// What a file is that is not `applicationHost.config`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OtherFile {
    /// Not XML at all.
    NotXml,
    /// A site's `web.config`.
    WebConfig,
    /// `administration.config`, which has the settings of IIS Manager.
    Administration,
    /// `redirection.config`.
    Redirection,
    /// .NET's `machine.config` and the like: a configuration without a part of IIS.
    NoIis,
    /// Some other XML, by its root element.
    Root(String),
}
