//! Imports a PFX for the computer. Looked at without a trace first; then the certificate goes to the named
//! store and its intermediates to `CA`. No key container is overwritten, no root is added, and nothing stays
//! behind when it fails.

use std::ffi::OsStr;
use std::mem::ManuallyDrop;
use std::ptr;
use std::sync::Arc;

use windows_sys::Win32::Foundation::{
    ERROR_INVALID_PARAMETER, ERROR_INVALID_PASSWORD, ERROR_SUCCESS, GetLastError,
    NTE_BAD_PUBLIC_KEY,
};
use windows_sys::Win32::Security::Cryptography::{
    CERT_CONTEXT, CERT_FIND_SHA1_HASH, CERT_FRIENDLY_NAME_PROP_ID, CERT_KEY_CONTEXT_PROP_ID,
    CERT_KEY_PROV_INFO_PROP_ID, CERT_NCRYPT_KEY_HANDLE_PROP_ID, CERT_STORE_ADD_NEW,
    CERT_STORE_ADD_REPLACE_EXISTING, CRYPT_INTEGER_BLOB, CRYPT_KEY_FLAGS, CRYPT_MACHINE_KEYSET,
    CertAddCertificateContextToStore, CertDeleteCertificateFromStore,
    CertDuplicateCertificateContext, CertFindCertificateInStore, CertSetCertificateContextProperty,
    PFXImportCertStore, PKCS12_NO_PERSIST_KEY, X509_ASN_ENCODING,
};
use zeroize::Zeroizing;

use super::handles::{Context, Store, der};
use super::{host_fault, key, store, system, wide};
use crate::core::env::HostFault;
use crate::core::iis::store::import::{ImportStore, PfxImport, PfxImportFault, Sorted, sort};
use crate::core::iis::store::{KeyLink, Thumbprint};
use crate::core::secret::Secret;
use crate::core::x509::Certificate;

/// `CRYPT_E_EXISTS`: what is to be added is there already.
const EXISTS: u32 = 0x8009_2005;
/// `CRYPT_E_BAD_ENCODE`, `CRYPT_E_ASN1_*` and `ERROR_INVALID_DATA`: no PFX, or a damaged one.
const NOT_PFX: &[u32] = &[0x8009_2002, 0x8009_310B, 0x8009_3102, 0x0000_000D];
/// `ERROR_INVALID_PASSWORD` as an `HRESULT`.
const WRONG_PASSWORD: u32 = 0x8007_0056;

/// Imports; the caller holds an administrator's rights.
pub(super) fn import(
    pfx: &[u8],
    password: &Secret,
    target: ImportStore,
) -> Result<PfxImport, PfxImportFault> {
    let password = Zeroizing::new(wide(OsStr::new(password.expose())));
    let preview = Opened::open(pfx, &password, PKCS12_NO_PERSIST_KEY)?;
    let sorted = preview.sort()?;
    let leaf = preview.thumbprint(sorted.leaf)?;

    // Opened for writing before any key is made: refused early, nothing is left behind.
    let goal = writable(target.name())?;
    let authorities = writable("CA")?;
    let is_administrator = system::is_administrator();
    let present = find(&goal, leaf);
    let link_there = present
        .as_ref()
        .map(|there| key::link(there.0, is_administrator));
    let was_there = link_there == Some(KeyLink::Present);

    let mut added = Added::default();
    for index in &sorted.intermediates {
        let context = preview.context(*index)?;
        added.push(add(&authorities, context, CERT_STORE_ADD_NEW)?);
    }
    if !was_there {
        add_leaf(pfx, &password, &goal, leaf, present.as_ref())?;
    }
    added.keep();
    Ok(PfxImport {
        leaf,
        key: find(&goal, leaf).map_or(KeyLink::Missing, |there| {
            key::link(there.0, is_administrator)
        }),
        was_there,
        intermediates: preview.thumbprints(&sorted.intermediates)?,
        roots_left_out: preview.thumbprints(&sorted.roots)?,
    })
}

/// Certificates that were added, and are taken back unless they are kept.
#[derive(Default)]
struct Added(Vec<Context>);

impl Added {
    fn push(&mut self, context: Option<Context>) {
        self.0.extend(context);
    }

    fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for Added {
    fn drop(&mut self) {
        for context in self.0.drain(..) {
            let context = ManuallyDrop::new(context);
            // SAFETY: the context is one of its store, and this call frees it whatever comes of it.
            unsafe { CertDeleteCertificateFromStore(context.0) };
        }
    }
}

/// Makes the key container and puts the certificate into the store; takes the key away when that fails.
/// The provider is the one that Windows' own wizard would take: some programs of Microsoft cannot use others.
fn add_leaf(
    pfx: &[u8],
    password: &[u16],
    goal: &Store,
    leaf: Thumbprint,
    present: Option<&Context>,
) -> Result<(), PfxImportFault> {
    let opened = Opened::open(pfx, password, CRYPT_MACHINE_KEYSET)?;
    let added = opened.find(leaf).and_then(|context| {
        if let Some(name) = present.and_then(|there| store::friendly_name(there.0)) {
            keep_friendly_name(context, &name);
        }
        add(goal, context, CERT_STORE_ADD_REPLACE_EXISTING).map(drop)
    });
    if added.is_err() {
        for certificate in opened.certificates.iter().filter(|one| one.has_key) {
            key::remove(certificate.context.0);
        }
    }
    added
}

/// A PFX in memory.
struct Opened {
    certificates: Vec<Inside>,
    /// Holds the certificates; closed after them.
    _store: Store,
}

struct Inside {
    context: Context,
    parsed: Arc<Certificate>,
    has_key: bool,
}

impl Opened {
    fn open(pfx: &[u8], password: &[u16], flags: CRYPT_KEY_FLAGS) -> Result<Self, PfxImportFault> {
        let blob = CRYPT_INTEGER_BLOB {
            cbData: u32::try_from(pfx.len()).map_err(|_| PfxImportFault::NotPfx)?,
            pbData: pfx.as_ptr().cast_mut(),
        };
        // SAFETY: the blob is only read; the password ends with a zero; the store closes itself.
        let store = unsafe { PFXImportCertStore(&raw const blob, password.as_ptr(), flags) };
        if store.is_null() {
            // SAFETY: reads a number of this thread.
            return Err(opening_fault(unsafe { GetLastError() }));
        }
        let store = Store(store);
        let mut certificates = Vec::new();
        let mut unreadable = 0usize;
        store.each(|context| match Certificate::parse(&der(context)) {
            Ok(parsed) => certificates.push(Inside {
                // SAFETY: the context is alive; the copy counts for itself.
                context: Context(unsafe { CertDuplicateCertificateContext(context) }),
                parsed: Arc::new(parsed),
                has_key: has_key(context),
            }),
            Err(_) => unreadable += 1,
        });
        match (certificates.is_empty(), unreadable) {
            (true, 1..) => Err(PfxImportFault::NotPfx),
            _ => Ok(Self {
                certificates,
                _store: store,
            }),
        }
    }

    fn sort(&self) -> Result<Sorted, PfxImportFault> {
        let pairs = self
            .certificates
            .iter()
            .map(|inside| (Arc::clone(&inside.parsed), inside.has_key));
        sort(&pairs.collect::<Vec<_>>())
    }

    fn inside(&self, index: usize) -> Result<&Inside, PfxImportFault> {
        self.certificates.get(index).ok_or(PfxImportFault::NoKey)
    }

    fn context(&self, index: usize) -> Result<*const CERT_CONTEXT, PfxImportFault> {
        self.inside(index).map(|inside| inside.context.0)
    }

    /// Which of them has the key was told by the first look.
    fn find(&self, leaf: Thumbprint) -> Result<*const CERT_CONTEXT, PfxImportFault> {
        let is_leaf = |inside: &&Inside| inside.parsed.fingerprint_sha1() == leaf.0;
        let found = self.certificates.iter().find(is_leaf);
        found
            .map(|inside| inside.context.0)
            .ok_or(PfxImportFault::NotPfx)
    }

    fn thumbprint(&self, index: usize) -> Result<Thumbprint, PfxImportFault> {
        let inside = self.inside(index)?;
        Ok(Thumbprint(inside.parsed.fingerprint_sha1()))
    }

    fn thumbprints(&self, indexes: &[usize]) -> Result<Vec<Thumbprint>, PfxImportFault> {
        indexes
            .iter()
            .map(|index| self.thumbprint(*index))
            .collect()
    }
}

/// A key that persists is named, one that does not is held; either may be that of another certificate,
/// which not every Windows sorts out by itself.
fn has_key(context: *const CERT_CONTEXT) -> bool {
    let is_linked = [
        CERT_KEY_PROV_INFO_PROP_ID,
        CERT_KEY_CONTEXT_PROP_ID,
        CERT_NCRYPT_KEY_HANDLE_PROP_ID,
    ]
    .into_iter()
    .any(|id| key::property(context, id).is_some());
    is_linked
        && !key::is_held_for_another(context)
        && key::opening_error(context) != NTE_BAD_PUBLIC_KEY as u32
}

fn opening_fault(code: u32) -> PfxImportFault {
    match code {
        ERROR_SUCCESS => PfxImportFault::Other("PFXImportCertStore gives no reason".to_owned()),
        ERROR_INVALID_PASSWORD | WRONG_PASSWORD => PfxImportFault::WrongPassword,
        ERROR_INVALID_PARAMETER => PfxImportFault::NotPfx,
        code if NOT_PFX.contains(&code) => PfxImportFault::NotPfx,
        code => fault(host_fault(code)),
    }
}

fn fault(of_host: HostFault) -> PfxImportFault {
    match of_host {
        HostFault::Denied => PfxImportFault::Denied,
        HostFault::NotWindows => PfxImportFault::NotWindows,
        HostFault::NotInstalled => PfxImportFault::Other("the store does not exist".to_owned()),
        HostFault::Other(words) => PfxImportFault::Other(words),
    }
}

fn writable(name: &str) -> Result<Store, PfxImportFault> {
    let store = store::open(name, 0).map_err(fault)?;
    store.ok_or_else(|| fault(HostFault::NotInstalled))
}

fn find(store: &Store, thumbprint: Thumbprint) -> Option<Context> {
    let mut hash = thumbprint.0;
    let blob = CRYPT_INTEGER_BLOB {
        cbData: 20,
        pbData: hash.as_mut_ptr(),
    };
    // SAFETY: the hash lives through the call; the context frees itself.
    let found = unsafe {
        CertFindCertificateInStore(
            store.0,
            X509_ASN_ENCODING,
            0,
            CERT_FIND_SHA1_HASH,
            (&raw const blob).cast(),
            ptr::null(),
        )
    };
    (!found.is_null()).then_some(Context(found))
}

/// The certificate in the store; `None` when it was there before.
fn add(
    store: &Store,
    context: *const CERT_CONTEXT,
    how: u32,
) -> Result<Option<Context>, PfxImportFault> {
    let mut inside: *mut CERT_CONTEXT = ptr::null_mut();
    // SAFETY: store and context are alive; the new context frees itself.
    let added = unsafe { CertAddCertificateContextToStore(store.0, context, how, &raw mut inside) };
    if added != 0 {
        return Ok(Some(Context(inside)));
    }
    // SAFETY: reads a number of this thread.
    match unsafe { GetLastError() } {
        EXISTS => Ok(None),
        code => Err(fault(host_fault(code))),
    }
}

/// A certificate that is replaced keeps the name its users know; without it nothing is lost.
fn keep_friendly_name(context: *const CERT_CONTEXT, name: &str) {
    let mut name = wide(OsStr::new(name));
    let blob = CRYPT_INTEGER_BLOB {
        cbData: u32::try_from(name.len() * 2).unwrap_or_default(),
        pbData: name.as_mut_ptr().cast(),
    };
    // SAFETY: the context is alive; the name lives through the call, which copies it.
    unsafe {
        CertSetCertificateContextProperty(
            context,
            CERT_FRIENDLY_NAME_PROP_ID,
            0,
            (&raw const blob).cast(),
        )
    };
}
