//! What the window knows about the conversion it is at: the draft, what is known of the passwords,
//! how far the result is.

use std::path::PathBuf;
use std::sync::Arc;

use crate::core::artifact::Fingerprint;
use crate::core::convert::password::{self, Assessment};
use crate::core::convert::run::{Converted, Made, Passwords};
use crate::core::convert::{Format, PasswordShape, PemLayout, Provider, Target};
use crate::core::keystore::pfx::PfxCipher;
use crate::core::problem::Failure;
use crate::core::progress::Stage;
use crate::core::secret::Secret;

use super::drafts::convert::{ConvertDraft, Offer, Step};
use super::model::JobNumber;

/// Which of two passwords.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PasswordOf {
    /// Of a Java keystore's keys, where it is another one.
    Key,
    /// Of the keystore, or of a key in a file of its own.
    Store,
}

/// What can be said of a password, without the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordFacts {
    pub shape: PasswordShape,
    pub assessment: Assessment,
}

impl PasswordFacts {
    /// Looks at a password.
    pub fn of(secret: &Secret) -> Self {
        Self {
            shape: PasswordShape::of(secret.expose()),
            assessment: password::assess(secret),
        }
    }
}

/// A change of the draft; each one can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    AllowChain(bool),
    /// TLS 1.0 and 1.1 in snippets.
    AllowOldTls(bool),
    AllowRoot(bool),
    ChangeProtection(bool),
    ChooseCipher(PfxCipher),
    ChooseFormat(Format),
    ChooseLayout(PemLayout),
    ChooseOffer(Offer),
    ChooseProvider(Provider),
    ChooseTarget(Target),
    EncryptKey(bool),
    GoTo(Step),
    ListAs(String),
    ReadableBy(String),
    SetRounds(String),
    ShowSnippet(usize),
    /// Takes a leaf in or out.
    ToggleLeaf(Fingerprint),
    TrustStore(bool),
    UseKeyPassword(bool),
    WriteDer(bool),
    WritePasswordFile(bool),
}

/// Something done in the convert panel.
pub enum ConvertAction {
    /// Asks where to write the result.
    AskWhere,
    Change(Change),
    Generate(PasswordOf),
    /// The app's answer to [`super::Effect::GeneratePassword`].
    Generated(PasswordOf, Arc<Secret>),
    /// The system gave no random bytes for a password.
    NotGenerated,
    /// Makes the result in memory.
    Make {
        stem: String,
        passwords: Passwords,
    },
    /// Shows the panel, for this place and leaf where they are known.
    Open {
        offer: Option<Offer>,
        leaf: Option<Fingerprint>,
    },
    /// The file in the way is kept as a copy.
    KeepCopy,
    /// What can be said of a password now; nothing of one that is empty.
    Describe(PasswordOf, Option<PasswordFacts>),
    /// Begins with the same source for another place.
    StartOver,
    /// The generated password has arrived in its field.
    TakeGenerated,
    UndoWriting,
    WriteTo(PathBuf),
}

/// How far the result is.
#[derive(Default)]
pub enum Progress {
    #[default]
    NotMade,
    Making(JobNumber),
    /// The user stopped it.
    Cancelled {
        stage: Option<Stage>,
        done: u64,
        total: u64,
    },
    Failed(Failure),
    Made(Arc<Made>),
    /// Made, and not written for this reason; nothing was changed.
    NotWritten(Arc<Made>, Failure),
    Writing(Arc<Made>, JobNumber),
    Written(Arc<Converted>),
    /// Written, and taken back again.
    Undone(Arc<Made>),
}

impl Progress {
    /// The result, once it is made.
    pub fn made(&self) -> Option<&Arc<Made>> {
        match self {
            Self::Made(made)
            | Self::NotWritten(made, _)
            | Self::Writing(made, _)
            | Self::Undone(made) => Some(made),
            Self::Written(converted) => Some(&converted.made),
            Self::NotMade | Self::Making(_) | Self::Cancelled { .. } | Self::Failed(_) => None,
        }
    }
}

/// The conversion the window is at.
#[derive(Default)]
pub struct Convert {
    pub draft: ConvertDraft,
    /// What is known of the password of the store.
    pub store: Option<PasswordFacts>,
    /// What is known of the password of the keys.
    pub key: Option<PasswordFacts>,
    /// A new password on its way into its field.
    pub generated: Option<(PasswordOf, Arc<Secret>)>,
    pub progress: Progress,
    /// Where the result was to be written last.
    pub destination: Option<PathBuf>,
    /// Grows with every new source; passwords that were typed belong to one number.
    pub number: u64,
    /// Grows with every change, for the views.
    pub revision: u64,
}
