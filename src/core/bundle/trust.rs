//! Which roots count as trusted: Mozilla's list, the system's store, the user's own file or folder.

use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use crate::core::bundle::gather::gather;
use crate::core::bundle::source::Source;
use crate::core::chain::Roots;
use crate::core::env::Env;
use crate::core::problem::Failure;
use crate::core::progress::Unwatched;
use crate::core::sniff::What;
use crate::core::time::Moment;
use crate::core::x509::Certificate;
use crate::core::{pkcs7, sniff};

/// Day on which the built-in list of Mozilla's roots was published (webpki-root-certs 1.0.11):
/// 2026-10-23T00:00:00Z.
pub const MOZILLA_DATED: Moment = Moment(1_792_713_600);

/// The user's choice of trusted roots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TrustChoice {
    /// Mozilla's list, built in.
    #[default]
    Mozilla,
    /// Nobody: every path ends untrusted.
    Nothing,
    /// The operating system's store.
    System,
    /// Certificates in a file or folder.
    Path(PathBuf),
    /// The root of the built-in sample (PEM or DER), beside Mozilla's list.
    Sample(Vec<u8>),
}

/// What the chains were judged against, for the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrustUsed {
    /// `mozilla`, `system`, `sample`, or the file's name.
    pub name: String,
    /// Number of roots.
    pub roots: usize,
    /// Date of a built-in list.
    pub dated: Option<Moment>,
}

/// Loads the chosen roots.
pub fn load(choice: &TrustChoice, env: &Env<'_>) -> Result<(Arc<Roots>, TrustUsed), Failure> {
    let (roots, name, dated) = match choice {
        TrustChoice::Mozilla => (Roots::mozilla(), "mozilla".to_owned(), Some(MOZILLA_DATED)),
        TrustChoice::Nothing => (Arc::default(), "nothing".to_owned(), None),
        TrustChoice::System => {
            let ders = env.stores.roots().unwrap_or_default();
            (
                Arc::new(Roots::from_der(ders.iter().map(Vec::as_slice))),
                "system".to_owned(),
                None,
            )
        }
        TrustChoice::Path(path) => {
            let name = path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into(),
            );
            (Arc::new(from_path(path.clone(), env)?), name, None)
        }
        TrustChoice::Sample(bytes) => {
            let mut roots = Roots::clone(&Roots::mozilla());
            certificates_in(sniff::recognise(bytes))
                .into_iter()
                .for_each(|root| roots.add(root));
            (Arc::new(roots), "sample".to_owned(), Some(MOZILLA_DATED))
        }
    };
    if roots.is_empty() && *choice != TrustChoice::Nothing {
        return Err(Failure::NoRoots { source_name: name });
    }
    let used = TrustUsed {
        name,
        roots: roots.len(),
        dated,
    };
    Ok((roots, used))
}

fn from_path(path: PathBuf, env: &Env<'_>) -> Result<Roots, Failure> {
    let mut roots = Roots::default();
    if let Ok(gathered) = gather(&[Source::Path(path.clone())], env, &Unwatched)? {
        let files = gathered.files.into_iter();
        files
            .flat_map(|file| certificates_in(file.recognition))
            .for_each(|root| roots.add(root));
    }
    Ok(roots)
}

fn certificates_in(recognition: sniff::Recognition) -> Vec<Arc<Certificate>> {
    let ders = recognition
        .pieces
        .into_iter()
        .flat_map(|piece| match piece.what {
            What::Certificate(der) => vec![der],
            What::Pkcs7(der) => pkcs7::read(&der)
                .map(|held| held.certificates)
                .unwrap_or_default(),
            _ => Vec::new(),
        });
    ders.filter_map(|der: Vec<u8>| Certificate::parse(&der).ok())
        .map(Arc::new)
        .collect()
}
