#[test] fn load(){ match gainsay::store::load(std::path::Path::new("graph")) { Ok(a)=>println!("ok {}",a.claims.len()), Err(gainsay::store::LoadError::Faulty(f))=>{for f in f{println!("{f}")}}, Err(e)=>println!("{e}")}
 match gainsay::store::load(std::path::Path::new("src/store/template")) { Ok(a)=>println!("ok {}",a.claims.len()), Err(gainsay::store::LoadError::Faulty(f))=>{for f in f{println!("{f}")}}, Err(e)=>println!("{e}")}
 }
