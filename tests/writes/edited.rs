//! A person saves a file of the graph while the program changes it: what was saved stays.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::desk::{Desk, GAZETTE};

/// At how many moments the file is saved.
const TIMES: u32 = 30;

/// Saves the file with a line more, as an editor that does not write over what another program put there meanwhile: then it
/// saves nothing.
fn save(desk: &Desk, name: &str) -> Option<String> {
    let (path, aside) = (desk.path(name), desk.path("graph/claims/.aside"));
    fs::rename(&path, &aside).ok()?;
    let saved = format!("{}\n// A person's line.\n", fs::read_to_string(&aside).unwrap());
    fs::write(&aside, &saved).unwrap();
    let is_saved = fs::hard_link(&aside, &path).is_ok();
    fs::remove_file(&aside).unwrap();
    is_saved.then_some(saved)
}

#[test]
fn what_a_person_saves_meanwhile_stays() {
    let from = Desk::waiting();
    let ids: Vec<String> = from.open().inbox[0].candidates.iter().map(|one| one.claim.id.clone()).collect();
    from.ok(&["review", "--accept", &ids[0]]);
    let (name, accept) = (format!("graph/claims/{GAZETTE}.ron"), ["review", "--accept", &ids[1]]);
    let start = Instant::now();
    from.copy().ok(&accept);
    let time = start.elapsed();
    let (mut refused, mut beside) = (0, 0);
    for number in 0..TIMES {
        let desk = from.copy();
        let mut child = desk.command(&accept).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(time.mul_f64(f64::from(number) / f64::from(TIMES)) + Duration::from_micros(100));
        let saved = save(&desk, &name);
        refused += usize::from(!child.wait().unwrap().success());
        let Some(saved) = saved else { continue };
        assert_eq!(desk.read(&name), saved, "moment {number}");
        desk.run(&accept);
        let held = desk.open();
        assert!(ids[..2].iter().all(|id| held.archive.claims.contains_key(id.as_str())), "moment {number}");
        assert_eq!(desk.read(&name), saved, "moment {number}");
        beside += usize::from(fs::exists(desk.path(&format!("graph/claims/{GAZETTE}-2.ron"))).unwrap());
    }
    println!("saved at {TIMES} moments: {refused} changes were refused, {beside} written to a file beside it");
    assert!(beside > 0);
}
