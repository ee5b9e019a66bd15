//! Writes a large graph of a plain shape, to see how commands bear it:
//!
//! ```console
//! cargo run --release --example large -- citing 100000 /tmp/citing
//! gainsay --graph /tmp/citing trace c000000
//! ```

#[allow(dead_code, reason = "tests use the rest")]
#[path = "../tests/size/made.rs"]
mod made;

use std::path::Path;
use std::process::ExitCode;

use made::Shape;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [shape, count, folder] = &arguments[..] else { return usage() };
    let shape = Shape::ALL.into_iter().find(|(_, name)| name == shape);
    let (Some((shape, _)), Ok(count)) = (shape, count.parse()) else { return usage() };
    shape.write(count, Path::new(folder));
    println!("{}", made::summary(shape, count));
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    let names = Shape::ALL.map(|(_, name)| name).join(", ");
    eprintln!("large SHAPE COUNT FOLDER, where SHAPE is one of: {names}");
    ExitCode::FAILURE
}
