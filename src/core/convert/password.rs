//! Passwords for what is made: generated ones, and what can be said of typed ones.

mod issue;
mod strength;

use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::core::env::{Random, RandomFault};
use crate::core::save::OutputFile;
use crate::core::secret::Secret;

pub use issue::PasswordIssue;
pub use strength::Strength;

/// Letters and digits without those that are taken for each other (0 O o, 1 I l i): nothing that XML,
/// YAML, `.properties`, sh, cmd or PowerShell would want quoted.
const ALPHABET: &[u8; 55] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
/// The letters come first. A password begins with one, or YAML might take it for a number.
const LETTERS: usize = 47;
/// 47 first characters and 23 of 55: 138 bits. Fits the dialogs of old Windows, see
/// [`PasswordIssue::TooLongForOldWindows`].
const LENGTH: usize = 24;
/// The highest multiple of the alphabet's size within a byte; bytes from here on would favour its beginning.
const FAIR: u8 = 220;

/// What can be said of a password without trying to guess it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// By length, kinds of characters and a few well-known patterns only.
    pub strength: Strength,
    /// What may go wrong with it; [`PasswordIssue::matters_for`] says where.
    pub issues: Vec<PasswordIssue>,
}

/// A password of 24 letters and digits with at least 128 bits, every one as likely as any other that has
/// capitals, small letters and digits.
///
/// # Errors
/// When the system has no random bytes.
pub fn generate(random: &dyn Random) -> Result<Secret, RandomFault> {
    loop {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH));
        text.push(draw(random, LETTERS)?);
        while text.len() < LENGTH {
            text.push(draw(random, ALPHABET.len())?);
        }
        // Some rules for passwords ask for all three kinds; of a hundred drawn some two lack one.
        if has_all_kinds(&text) {
            return Ok(Secret::new(text));
        }
    }
}

fn has_all_kinds(text: &str) -> bool {
    let has = |kind: fn(&u8) -> bool| text.as_bytes().iter().any(kind);
    has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit)
}

/// One of the first `among` characters, each as likely as the others.
fn draw(random: &dyn Random, among: usize) -> Result<char, RandomFault> {
    let mut byte = Zeroizing::new([0]);
    loop {
        random.fill(byte.as_mut())?;
        let [drawn] = *byte;
        let place = usize::from(drawn) % ALPHABET.len();
        match ALPHABET.get(place) {
            Some(found) if drawn < FAIR && place < among => return Ok(char::from(*found)),
            _ => {}
        }
    }
}

/// What can be said of a password. Keeps no copy of it.
pub fn assess(secret: &Secret) -> Assessment {
    Assessment {
        strength: strength::of(secret.expose()),
        issues: issue::all(secret.expose()),
    }
}

/// A file such as `keystorePass.txt`: exactly the password in UTF-8, without mark or line end, as CAs
/// deliver it. Programs that read a line and programs that read all bytes then read the same.
pub fn password_file(path: PathBuf, secret: &Secret) -> OutputFile {
    OutputFile {
        path,
        bytes: Zeroizing::new(secret.expose().as_bytes().to_vec()),
        is_secret: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::env::memory::CountingRandom;
    use crate::core::sniff::password_candidates;

    #[test]
    fn every_generated_password_is_long_strong_and_free_of_issues() {
        let random = CountingRandom::default();
        for _ in 0..500 {
            let secret = generate(&random).expect("random bytes");
            let assessment = assess(&secret);
            assert_eq!(assessment.issues, []);
            assert_eq!(assessment.strength, Strength::VeryStrong);
            assert_eq!(secret.expose().chars().count(), 24);
            assert!(
                !secret
                    .expose()
                    .contains(['0', 'O', 'o', '1', 'l', 'I', 'i'])
            );
            assert!(
                secret
                    .expose()
                    .starts_with(|first: char| first.is_ascii_alphabetic())
            );
        }
    }

    #[test]
    fn the_alphabet_gives_more_than_128_bits_and_no_character_is_favoured() {
        let bits = 47f64.log2() + 23.0 * 55f64.log2();
        assert!(bits > 138.0);
        let random = CountingRandom::default();
        let mut seen = [0u32; 128];
        for _ in 0..55_000 {
            let drawn = draw(&random, ALPHABET.len()).expect("random bytes");
            seen[drawn as usize] += 1;
        }
        // 1,000 expected of each, standard deviation 31: five of them either way.
        for byte in ALPHABET {
            let count = seen[usize::from(*byte)];
            assert!((840..1160).contains(&count), "{}: {count}", *byte as char);
        }
    }

    #[test]
    fn a_password_file_gives_its_password_back_first() {
        let random = CountingRandom::default();
        let secret = generate(&random).expect("random bytes");
        let file = password_file("keystorePass.txt".into(), &secret);
        assert!(file.is_secret);
        assert_eq!(file.bytes.as_slice(), secret.expose().as_bytes());
        let read = password_candidates(&file.bytes, "keystorePass.txt").expect("a password file");
        assert_eq!(read[0].expose(), secret.expose());
    }

    #[test]
    fn an_odd_password_is_among_what_is_read_back() {
        for odd in [
            "a=b:c",
            " edge ",
            "密码😀",
            "two words",
            "\"quoted\"",
            "password: x",
        ] {
            let file = password_file("keystorePass.txt".into(), &Secret::from(odd));
            let read =
                password_candidates(&file.bytes, "keystorePass.txt").expect("a password file");
            assert!(read.iter().any(|secret| secret.expose() == odd), "{odd}");
        }
    }
}
