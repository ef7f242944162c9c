//! What an answer of the guide consists of.

use serde::Serialize;

/// One question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Stable id: `q01` to `q44`.
    pub id: &'static str,
    /// When its facts were true: a day, or a year alone.
    pub date: &'static str,
    /// For whom it holds.
    pub scope: Scope,
    /// What the product does about it.
    pub step: Step,
    /// Words that find it besides its own, in both languages.
    pub tags: Vec<&'static str>,
    /// In English.
    pub en: Words,
    /// In Simplified Chinese.
    pub zh: Words,
}

/// For whom an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// For every public CA.
    General,
    /// One vendor's rule, shown as an example.
    Vendor,
}

/// An answer in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The question, in one sentence.
    pub question: &'static str,
    /// The answer in a sentence or two.
    pub answer: &'static str,
    /// The explanation, in order.
    pub explanation: Vec<Block>,
    /// What to do next.
    pub next: &'static str,
}

/// A part of an explanation. Text between backticks is a command, a name or a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Lines of a command or a file, as they are.
    Code(Vec<&'static str>),
    /// Items of a list.
    List(Vec<&'static str>),
    /// A paragraph.
    Paragraph(&'static str),
}

/// What the product does about a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Shows everything in a certificate.
    Certificate,
    /// Judges and repairs the chain.
    Chain,
    /// Makes the files a server needs.
    Convert,
    /// Copies a command that answers the question where it is run.
    Copy(&'static str),
    /// Finds out why a CA does not issue, or why a browser does not trust.
    Diagnose,
    /// Finds the right certificate by questions.
    FindCertificate,
    /// Looks at the bindings of IIS.
    Iis,
    /// Makes a key and a request.
    MakeRequest,
    /// Opens what the CA sent.
    Open,
}

impl Step {
    /// The step by its name in an answer's file; `copy` is followed by the command.
    pub fn parse(text: &'static str) -> Option<Self> {
        Some(match text {
            "certificate" => Self::Certificate,
            "chain" => Self::Chain,
            "convert" => Self::Convert,
            "diagnose" => Self::Diagnose,
            "find-certificate" => Self::FindCertificate,
            "iis" => Self::Iis,
            "make-request" => Self::MakeRequest,
            "open" => Self::Open,
            _ => Self::Copy(text.strip_prefix("copy ")?.trim()),
        })
    }

    /// Its stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Chain => "chain",
            Self::Convert => "convert",
            Self::Copy(_) => "copy",
            Self::Diagnose => "diagnose",
            Self::FindCertificate => "find-certificate",
            Self::Iis => "iis",
            Self::MakeRequest => "make-request",
            Self::Open => "open",
        }
    }

    /// The command line that does the same.
    pub const fn command(self) -> &'static str {
        match self {
            Self::Certificate | Self::Open => "certwright-cli inspect PATH…",
            Self::Chain => "certwright-cli chain PATH…",
            Self::Convert => "certwright-cli convert IN… --target TARGET --out PATH",
            Self::Copy(command) => command,
            Self::Diagnose => "certwright-cli diagnose all NAME…",
            Self::FindCertificate => "certwright-cli guide interview",
            Self::Iis => "certwright-cli iis scan PATH…",
            Self::MakeRequest => "certwright-cli csr new",
        }
    }
}
