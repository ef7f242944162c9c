//! Protecting a private key as Java's old keystores do.

use zeroize::Zeroizing;

use crate::core::der;
use crate::core::env::Random;
use crate::core::keystore::WriteFault;
use crate::core::keystore::cipher::Cipher;
use crate::core::keystore::jks::protector::{OID_JCE, OID_SUN, SHA1_BYTES};
use crate::core::keystore::jks::protector::{apply_sun_stream, jce_material, sun_check, utf16};
use crate::core::progress::Progress;
use crate::core::secret::Secret;

/// Sun's own protection, for JKS: salt, the key under the stream, and a check of the password.
pub(super) fn sun(
    plain: &[u8],
    secret: &Secret,
    random: &dyn Random,
) -> Result<Vec<u8>, WriteFault> {
    let password = utf16(secret.expose());
    let mut salt = [0; SHA1_BYTES];
    random.fill(&mut salt)?;
    let mut hidden = Zeroizing::new(plain.to_vec());
    apply_sun_stream(&password, &salt, &mut hidden);
    let check = sun_check(&password, plain);
    let algorithm = der::sequence(&[&der::oid(OID_SUN), &der::null()]);
    let data = der::octet_string(&[salt.as_slice(), &hidden, &check].concat());
    Ok(der::sequence(&[&algorithm, &data]))
}

/// PBEWithMD5AndTripleDES, for JCEKS. Java reads it back with ASCII passwords only.
pub(super) fn jce(
    plain: &[u8],
    secret: &Secret,
    iterations: u64,
    random: &dyn Random,
    progress: &dyn Progress,
) -> Result<Vec<u8>, WriteFault> {
    if !secret.expose().is_ascii() {
        return Err(WriteFault::unrepresentable("key password beyond ASCII"));
    }
    let mut salt = [0; 8];
    random.fill(&mut salt)?;
    let material = jce_material(salt, iterations, secret, progress)?;
    let hidden = material
        .split_at_checked(24)
        .and_then(|(key, iv)| Cipher::TripleDes.encrypt(key, iv, plain))
        .ok_or_else(|| WriteFault::unrepresentable("PBEWithMD5AndTripleDES"))?;
    let parameters = der::sequence(&[&der::octet_string(&salt), &der::integer(iterations)]);
    let algorithm = der::sequence(&[&der::oid(OID_JCE), &parameters]);
    Ok(der::sequence(&[&algorithm, &der::octet_string(&hidden)]))
}
