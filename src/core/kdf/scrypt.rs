//! scrypt (RFC 7914) in a loop that can be cancelled and within a memory limit.

use zeroize::Zeroizing;

use super::{Cost, Hash, KdfFault, pbkdf2};
use crate::core::limits;
use crate::core::progress::{self, Progress};

/// Words of one Salsa20 block.
const WORDS: usize = 16;
type Block = [u32; WORDS];

/// The three cost numbers of scrypt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScryptCost {
    /// N: rows of the table, a power of two.
    pub rows: u64,
    /// r: 128-byte units of a row.
    pub units: u64,
    /// p: tables, one after the other.
    pub lanes: u64,
}

impl ScryptCost {
    /// Bytes of the table.
    pub fn memory(&self) -> u64 {
        self.rows.saturating_mul(self.units).saturating_mul(128)
    }

    /// Work in rounds: one Salsa20/8 counts as one.
    pub fn cost(&self) -> Cost {
        Cost {
            iterations: [4, self.rows, self.units, self.lanes]
                .into_iter()
                .fold(1, u64::saturating_mul),
        }
    }

    fn check(&self) -> Result<(), KdfFault> {
        if !self.rows.is_power_of_two() || self.rows < 2 || self.units == 0 || self.lanes == 0 {
            return Err(KdfFault::Parameters("scrypt cost"));
        }
        // Rows of all lanes lie in memory beside the table, and a single row should not take long to mix.
        let rows = self.units.saturating_mul(self.lanes).saturating_mul(128);
        let seen = self.memory().max(rows.saturating_mul(8));
        if seen > limits::SCRYPT_BYTES {
            return Err(KdfFault::LimitReached {
                limit: "scrypt_bytes",
                allowed: limits::SCRYPT_BYTES,
                seen,
            });
        }
        super::check_iterations(self.cost().iterations)
    }

    /// Derives `length` bytes. Fails beyond the limits and on a cancel.
    pub fn derive(
        &self,
        password: &[u8],
        salt: &[u8],
        length: usize,
        progress: &dyn Progress,
    ) -> Result<Zeroizing<Vec<u8>>, KdfFault> {
        self.check()?;
        let row = 128 * self.units as usize;
        let lanes = self.lanes as usize;
        let mut bytes = pbkdf2(Hash::Sha256, password, salt, 1, row * lanes, progress)?;
        let mut table = Zeroizing::new(vec![[0; WORDS]; self.rows as usize * row / 64]);
        for lane in bytes.chunks_mut(row) {
            mix_lane(lane, &mut table, progress)?;
        }
        pbkdf2(Hash::Sha256, password, &bytes, 1, length, progress)
    }
}

/// ROMix (RFC 7914 section 5) over one lane.
fn mix_lane(lane: &mut [u8], table: &mut [Block], progress: &dyn Progress) -> Result<(), KdfFault> {
    let blocks = lane.len() / 64;
    let mut row = Zeroizing::new(vec![[0; WORDS]; blocks]);
    let mut next = row.clone();
    for (word, bytes) in row.iter_mut().flatten().zip(lane.chunks_exact(4)) {
        *word = bytes.try_into().map_or(0, u32::from_le_bytes);
    }
    // A row is at least two blocks; about a thousand blocks between two looks at the progress.
    let pause = (4096 / blocks).max(1);
    let rows = table.len() / blocks;
    for (number, place) in table.chunks_exact_mut(blocks).enumerate() {
        if number % pause == 0 {
            progress::check(progress)?;
        }
        place.copy_from_slice(&row);
        mix_row(&row, &mut next);
        std::mem::swap(&mut *row, &mut *next);
    }
    for number in 0..rows {
        if number % pause == 0 {
            progress::check(progress)?;
        }
        let chosen = row.last().map_or(0, |block| block[0] as usize) & (rows - 1);
        let start = chosen * blocks;
        for (block, other) in row.iter_mut().zip(table.get(start..).unwrap_or_default()) {
            xor(block, other);
        }
        mix_row(&row, &mut next);
        std::mem::swap(&mut *row, &mut *next);
    }
    for (bytes, word) in lane.chunks_exact_mut(4).zip(row.iter().flatten()) {
        bytes.copy_from_slice(&word.to_le_bytes());
    }
    Ok(())
}

/// BlockMix (RFC 7914 section 4): even blocks first, odd ones after them.
fn mix_row(row: &[Block], out: &mut [Block]) {
    let mut mixed = row.last().copied().unwrap_or_default();
    let (even, odd) = out.split_at_mut(row.len() / 2);
    let places = even.iter_mut().zip(odd.iter_mut());
    for (pair, (first, second)) in row.chunks_exact(2).zip(places) {
        for (block, place) in pair.iter().zip([first, second]) {
            xor(&mut mixed, block);
            salsa20_8(&mut mixed);
            *place = mixed;
        }
    }
}

fn xor(block: &mut Block, other: &Block) {
    block
        .iter_mut()
        .zip(other)
        .for_each(|(word, other)| *word ^= other);
}

/// Salsa20/8 (RFC 7914 section 3).
fn salsa20_8(block: &mut Block) {
    let mut columns = *block;
    for _ in 0..4 {
        let [
            a0,
            a1,
            a2,
            a3,
            b0,
            b1,
            b2,
            b3,
            c0,
            c1,
            c2,
            c3,
            d0,
            d1,
            d2,
            d3,
        ] = columns;
        let [a0, b0, c0, d0] = quarter(a0, b0, c0, d0);
        let [b1, c1, d1, a1] = quarter(b1, c1, d1, a1);
        let [c2, d2, a2, b2] = quarter(c2, d2, a2, b2);
        let [d3, a3, b3, c3] = quarter(d3, a3, b3, c3);
        let [a0, a1, a2, a3] = quarter(a0, a1, a2, a3);
        let [b1, b2, b3, b0] = quarter(b1, b2, b3, b0);
        let [c2, c3, c0, c1] = quarter(c2, c3, c0, c1);
        let [d3, d0, d1, d2] = quarter(d3, d0, d1, d2);
        columns = [
            a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3,
        ];
    }
    for (word, mixed) in block.iter_mut().zip(columns) {
        *word = word.wrapping_add(mixed);
    }
}

#[inline(always)]
fn quarter(a: u32, b: u32, c: u32, d: u32) -> [u32; 4] {
    let b = b ^ a.wrapping_add(d).rotate_left(7);
    let c = c ^ b.wrapping_add(a).rotate_left(9);
    let d = d ^ c.wrapping_add(b).rotate_left(13);
    [a ^ d.wrapping_add(c).rotate_left(18), b, c, d]
}
