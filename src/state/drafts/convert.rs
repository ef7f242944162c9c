//! The draft of a conversion: the step, the place it is for, what was changed. It holds no password,
//! so it can be kept for undo.

use crate::core::convert::{Choice, Format, PemLayout, Target};

/// A step of the wizard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Step {
    #[default]
    Source,
    Target,
    Result,
}

impl Step {
    /// All steps in order.
    pub const ALL: [Self; 3] = [Self::Source, Self::Target, Self::Result];
}

/// A place that a result can be made for, as the list of places offers it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Offer {
    #[default]
    Server2016,
    Server2019,
    CentralStore,
    WebServer,
    Java,
    Java8,
    MacOs,
    /// The user says all of it.
    Other,
}

impl Offer {
    /// All places in the order of the list.
    pub const ALL: [Self; 8] = [
        Self::Server2016,
        Self::Server2019,
        Self::CentralStore,
        Self::WebServer,
        Self::Java,
        Self::Java8,
        Self::MacOs,
        Self::Other,
    ];

    /// Who reads the result there. Something else begins with what OpenSSL 3 reads.
    pub const fn target(self) -> Target {
        match self {
            Self::Server2016 => Target::Server2016,
            Self::Server2019 => Target::Server2019,
            Self::CentralStore => Target::Ccs,
            Self::WebServer | Self::Other => Target::OpenSsl,
            Self::Java => Target::Java,
            Self::Java8 => Target::Java8,
            Self::MacOs => Target::MacOs,
        }
    }
}

/// The forms that something else can take, each once; PEM begins with one file.
pub const FORMATS: [Format; 9] = [
    Format::Pfx,
    Format::Jks,
    Format::Jceks,
    Format::Pem(PemLayout::One),
    Format::Der,
    Format::P7b,
    Format::Pkcs8,
    Format::Pkcs1,
    Format::Sec1,
];

/// What the user has decided so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConvertDraft {
    pub step: Step,
    pub offer: Offer,
    pub choice: Choice,
    /// Whether the rows that change the protection are unfolded.
    pub is_changing_protection: bool,
    /// Whether the keys of a Java keystore have a password of their own.
    pub has_key_password: bool,
    /// Whether the password is written into a file beside the result.
    pub has_password_file: bool,
    /// An account or group that may read the secret files besides.
    pub readable_by: String,
    /// What the field of the name says, once it was changed.
    pub listed: Option<String>,
    /// What the field of rounds says.
    pub rounds: String,
    /// Which server's snippet is shown.
    pub snippet: usize,
    /// Whether snippets allow TLS 1.0 and 1.1 too.
    pub is_old_tls_allowed: bool,
}

impl Default for ConvertDraft {
    fn default() -> Self {
        let offer = Offer::default();
        Self {
            step: Step::default(),
            offer,
            choice: Choice::for_target(offer.target()),
            is_changing_protection: false,
            has_key_password: false,
            has_password_file: false,
            readable_by: String::new(),
            listed: None,
            rounds: String::new(),
            snippet: 0,
            is_old_tls_allowed: false,
        }
    }
}

impl ConvertDraft {
    /// Takes what fits a place; which leaves go in stays as chosen.
    pub fn choose(&mut self, offer: Offer) {
        let mut choice = Choice::for_target(offer.target());
        choice.leaves = self.choice.leaves.take();
        if offer == Offer::Other {
            choice.format = Format::Pfx;
        }
        self.offer = offer;
        self.choice = choice;
        self.is_changing_protection = offer == Offer::Other;
        self.has_key_password = false;
        self.listed = None;
        self.rounds.clear();
        self.snippet = 0;
    }
}
